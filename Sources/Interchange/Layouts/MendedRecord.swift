package import Basics
import Tabular

/// A record that was set aside, and the one that mends it: a row of `normalized/mended.csv`.
///
/// `source,line,by_source,by_line`. The records of `mended/<file>` stand for those of
/// `quarantine/records/<file>` one by one, as long as there are as many of them.
package struct MendedRecord: Sendable, Hashable {
  package let source: String
  package let line: Int

  package init(source: String, line: Int) {
    self.source = source
    self.line = line
  }

  package static let fileName = "mended.csv"
  package static let header = Column.header

  private enum Column: Int, StageColumn {
    case source, line, bySource, byLine
  }

  /// The records that were mended.
  package static func read(from folder: String) throws(RunError) -> Set<MendedRecord> {
    Set(
      try StageList<Column>.rows(of: "\(folder)/\(fileName)") { row throws(RunError) in
        MendedRecord(source: row[.source], line: try row.integer(.line))
      })
  }
}
