import Basics
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

  /// The number of each column's text plus one; 0 where blank, -1 where it stands in `texts.csv`.
  private(set) var numbers: [Int32] = []

  private static let marks = StageTableWriter.Marks(
    zero: TextNumber.blank, negative: TextNumber.elsewhere)
  private let rows: StageTableReader
  private let texts: StageList<SourceEntry.TextColumn>
  /// The text that `texts.csv` has next, with its record; nil at its end.
  private var nextText: (record: Int, row: StageListRow<SourceEntry.TextColumn>)?
  /// The texts of the current record that stand in `texts.csv`, by column.
  private var elsewhere: [(column: Int, text: String)] = []

  init(folder: String) throws(RunError) {
    rows = try StageTableReader(path: "\(folder)/records.csv")
    texts = try StageList(path: "\(folder)/texts.csv")
    try readText()
  }

  func next() throws(RunError) -> Bool {
    guard try rows.next() else {
      if let next = nextText {
        throw next.row.damaged(.record, expected: "a record of records.csv, in its order")
      }
      return false
    }
    record = try rows.integer(0)
    place = RecordPlace(
      line: try rows.integer(1), offset: try rows.integer(2), length: try rows.integer(3))
    try rows.integers(from: TextNumber.fixedColumns.count, marks: Self.marks, into: &numbers)
    elsewhere.removeAll(keepingCapacity: true)
    while let next = nextText, next.record == record {
      let column = try next.row.integer(.column, in: 1..<(numbers.count + 1))
      elsewhere.append((column - 1, next.row[.text]))
      try readText()
    }
    let marked = numbers.count { $0 == -1 }
    guard elsewhere.count == marked else {
      throw RunError.damaged(
        rows.path, line: rows.line, id: .stage(.damagedField),
        "the record has \(elsewhere.count) texts in texts.csv; expected \(marked), one for each cell "
          + "with the mark of them")
    }
    return true
  }

  private func readText() throws(RunError) {
    guard let row = try texts.next() else {
      nextText = nil
      return
    }
    nextText = (try row.integer(.record), row)
  }

  func cell(_ column: Int) -> Cell {
    switch numbers[column] {
    case 0: .blank
    case -1: .text(elsewhere.first { $0.column == column }?.text ?? "")
    case let number: .seen(Int(number) - 1)
    }
  }
}
