package import Basics
import Tabular

/// Some records of an ingested source, one after the other: what one thread judges at a time.
package struct RecordPiece: Sendable {
  fileprivate(set) var records: [(record: Int, position: RecordPosition)] = []
  /// The numbers of all fields, record by record: that of the text plus one; 0 where blank, -1 where it
  /// stands in `texts.csv`.
  fileprivate(set) var numbers: [Int32] = []
  /// The texts that stand in `texts.csv`, by column, and where those of each record end.
  fileprivate(set) var texts: [(column: Int, text: String)] = []
  fileprivate(set) var textEnds: [Int] = []
}

/// Reads the records of an ingested source piece by piece.
package final class RecordReader {
  private static let marks = StageTableWriter.Marks(
    zero: TextNumber.blank, negative: TextNumber.elsewhere)
  private let rows: StageTableReader
  private let texts: StageList<SourceEntry.TextColumn>
  /// The record whose text `texts.csv` has next; nil at its end.
  private var nextRecord: Int?
  private var nextText: StageListRow<SourceEntry.TextColumn>?
  private var numbers: [Int32] = []
  /// As many as make the work on them worth a hand-over, and few enough to hold.
  private static let pieceSize = 512

  package init(folder: String) throws(RunError) {
    rows = try StageTableReader(path: "\(folder)/records.csv")
    texts = try StageList(path: "\(folder)/texts.csv")
    try readText()
  }

  /// The next records; nil after the last.
  package func next() throws(RunError) -> RecordPiece? {
    var piece = RecordPiece()
    while piece.records.count < Self.pieceSize, try rows.next() {
      let record = try rows.integer(0)
      let position = RecordPosition(
        line: try rows.integer(1), offset: try rows.integer(2), length: try rows.integer(3))
      piece.records.append((record, position))
      try rows.integers(from: TextNumber.fixedColumns.count, marks: Self.marks, into: &numbers)
      piece.numbers += numbers
      try readTexts(of: record, into: &piece)
    }
    if piece.records.count < Self.pieceSize, let next = nextText {
      throw next.damaged(.record, expected: "a record of records.csv, in its order")
    }
    return piece.records.isEmpty ? nil : piece
  }

  private func readTexts(of record: Int, into piece: inout RecordPiece) throws(RunError) {
    let before = piece.texts.count
    // Most records have none: the row is not looked at for those.
    while nextRecord == record, let next = nextText {
      let column = try next.integer(.column, in: 1..<(numbers.count + 1))
      piece.texts.append((column - 1, next[.text]))
      try readText()
    }
    let (found, marked) = (piece.texts.count - before, numbers.count { $0 == -1 })
    guard found == marked else {
      throw RunError.damaged(
        rows.path, line: rows.line, id: .stage(.damagedField),
        "the record has \(found) texts in texts.csv; expected \(marked), one for each field "
          + "with the mark of them")
    }
    piece.textEnds.append(piece.texts.count)
  }

  private func readText() throws(RunError) {
    nextText = try texts.next()
    nextRecord = try nextText?.integer(.record)
  }
}
