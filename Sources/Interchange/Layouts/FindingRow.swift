package import Basics
package import Findings
package import Tabular

/// A row of a `findings.csv` as it is read back: there may be millions.
package typealias FindingRow = StageListRow<Finding.Column>

extension StageListRow where Column == Finding.Column {
  package var severity: Severity {
    get throws(RunError) { try word(.severity, as: Severity.self) }
  }

  /// Goes through a list row by row.
  package static func forEach(
    in path: String, _ body: (FindingRow) throws(RunError) -> Void
  ) throws(RunError) {
    let list = try StageList<Finding.Column>(path: path)
    while let row = try list.next() { try body(row) }
  }
}
