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
  /// The record of the text that `texts.csv` has next; nil at its end.
  private var nextTextRecord: Int?
  /// The texts of the current record that stand in `texts.csv`, by column.
  private var elsewhere: [Int: String] = [:]

  init(folder: String) throws(RunError) {
    rows = try StageTableReader(path: "\(folder)/records.csv")
    texts = try CSVReader(path: "\(folder)/texts.csv")
    _ = try texts.next()
    try readText()
  }

  func next() throws(RunError) -> Bool {
    guard try rows.next() else { return false }
    record = try rows.integer(0)
    place = RecordPlace(
      line: try rows.integer(1), offset: try rows.integer(2), length: try rows.integer(3))
    if !elsewhere.isEmpty { elsewhere = [:] }
    while nextTextRecord == record {
      if let column = texts.record.text(1).flatMap({ Int($0) }) {
        elsewhere[column - 1] = texts.record.text(2)
      }
      try readText()
    }
    return true
  }

  private func readText() throws(RunError) {
    nextTextRecord = try texts.next() ? texts.record.text(0).flatMap { Int($0) } : nil
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
