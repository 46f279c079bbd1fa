package import Tabular

/// The days on which a fact holds: from the first day, up to but not with the last.
///
/// An open end means that the fact holds over the whole horizon of the registers on that side.
package struct ValidityPeriod: Sendable, Equatable {
  package let from: CalendarDate?
  package let to: CalendarDate?

  package func contains(_ day: CalendarDate) -> Bool {
    if let from, day < from { return false }
    if let to, day >= to { return false }
    return true
  }

  /// Reads the two date columns of a register row.
  ///
  /// - Throws: `badDefinition` with the line where a cell is no ISO date.
  init(_ row: CSVFile.Row, from: String, to: String, path: String) throws(RunError) {
    self.from = try Self.date(row, from, path)
    self.to = try Self.date(row, to, path)
  }

  static func date(
    _ row: CSVFile.Row, _ column: String, _ path: String
  ) throws(RunError) -> CalendarDate? {
    let cell = row[column]
    if cell.isEmpty { return nil }
    guard let date = CalendarDate(iso: cell) else {
      throw RunError(
        .badDefinition, path: path, line: row.line, rule: "not-a-date",
        "column '\(column)' has '\(cell)'; expected a date such as 2005-07-29, or nothing")
    }
    return date
  }
}
