package import Basics
package import Findings
package import Tabular

/// A row of a `findings.csv` as it is read back: there may be millions.
package struct FindingRow {
  /// The columns in their order; their names are those of the header.
  package enum Column: Int, CaseIterable {
    case rule, severity, unit, submission, question, value, source, line, offset, length, message
    case suggestion
  }

  private let record: RecordBuffer

  package init(_ record: RecordBuffer) {
    self.record = record
  }

  package subscript(column: Column) -> String {
    column.rawValue < record.fieldCount ? record.text(column.rawValue) ?? "" : ""
  }

  /// The bytes of a cell, to be copied.
  package func bytes(_ column: Column) -> [UInt8] {
    column.rawValue < record.fieldCount ? record.field(column.rawValue) : []
  }

  package func number(_ column: Column) -> Int? {
    CalendarDate.number(self[column])
  }

  package var severity: Severity {
    Severity(rawValue: self[.severity]) ?? .fatal
  }

  /// Goes through a list row by row.
  ///
  /// - Parameter body: Called with each row and the place where it stands in the list.
  package static func forEach(
    in path: String, _ body: (FindingRow, RecordPlace) throws(RunError) -> Void
  ) throws(RunError) {
    let reader = try CSVReader(path: path)
    _ = try reader.next()
    while try reader.next() { try body(FindingRow(reader.record), reader.place) }
  }
}
