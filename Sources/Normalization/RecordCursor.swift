import Interchange
import Tabular

/// Goes through the records of an ingested source and gives each cell's text or its number.
final class RecordCursor {
  enum Cell {
    case blank
    /// The number of a text in `seen.csv`, from 0.
    case seen(Int)
    case text(String)
  }

  private(set) var record = 0
  private(set) var place = RecordPlace()

  private let rows: StageTableReader
  private let texts: CSVReader
  private var hasText: Bool
  /// The texts of the current record that stand in `texts.csv`, by column.
  private var elsewhere: [Int: String] = [:]

  init(folder: String) throws(RunError) {
    rows = try StageTableReader(path: "\(folder)/records.csv")
    texts = try CSVReader(path: "\(folder)/texts.csv")
    _ = try texts.next()
    hasText = try texts.next()
  }

  func next() throws(RunError) -> Bool {
    guard try rows.next() else { return false }
    record = try rows.integer(0)
    place = RecordPlace(
      line: try rows.integer(1), offset: try rows.integer(2), length: try rows.integer(3))
    if !elsewhere.isEmpty { elsewhere = [:] }
    while hasText, texts.record.text(0).flatMap({ Int($0) }) == record {
      if let column = texts.record.text(1).flatMap({ Int($0) }) {
        elsewhere[column - 1] = texts.record.text(2)
      }
      hasText = try texts.next()
    }
    return true
  }

  func cell(_ column: Int) throws(RunError) -> Cell {
    let position = TextNumber.fixedColumns.count + column
    switch rows.code(position) {
    case TextNumber.blank: return .blank
    case TextNumber.elsewhere: return .text(elsewhere[column] ?? "")
    default: return .seen(try rows.integer(position) - 1)
    }
  }
}
