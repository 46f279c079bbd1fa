import Interchange
import Tabular

/// A row of a `findings.csv` as it is read back.
struct FindingRow {
  private let record: RecordBuffer

  init(_ record: RecordBuffer) {
    self.record = record
  }

  subscript(column: String) -> String {
    Finding.header.firstIndex(of: column).flatMap { record.text($0) } ?? ""
  }
}
