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
  package static let header = ["source", "line", "by_source", "by_line"]

  /// The records that were mended.
  package static func read(from folder: String) throws(RunError) -> Set<MendedRecord> {
    let file = try CSVFile(
      path: "\(folder)/\(fileName)", requiring: header, kind: .dataRejected)
    return Set(
      file.rows.map { MendedRecord(source: $0["source"], line: Int($0["line"]) ?? 0) })
  }
}
