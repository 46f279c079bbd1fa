package import Basics
package import Tabular

/// Goes through records of an ingested source and gives each field's text or its number.
package final class RecordCursor {
  package enum Field {
    case blank
    /// The number of a text in `seen.csv`, from 0.
    case seen(Int)
    case text(String)
  }

  package private(set) var record = 0
  package private(set) var position = RecordPosition()

  /// The number of each column's text plus one; 0 where blank, -1 where it stands in `texts.csv`.
  package private(set) var numbers: [Int32] = []

  private var piece: RecordPiece
  private let reader: RecordReader?
  /// The index of the next record in the piece.
  private var index = 0
  /// The texts of the current record that stand in `texts.csv`.
  private var elsewhere: Range<Int> = 0..<0

  /// Goes through all records of a source.
  package init(folder: String) throws(RunError) {
    reader = try RecordReader(folder: folder)
    piece = RecordPiece()
  }

  /// Goes through the records of a piece.
  package init(_ piece: RecordPiece) {
    reader = nil
    self.piece = piece
  }

  package func next() throws(RunError) -> Bool {
    if index == piece.records.count {
      guard let next = try reader?.next() else { return false }
      piece = next
      index = 0
    }
    (record, position) = piece.records[index]
    let width = piece.numbers.count / piece.records.count
    numbers.removeAll(keepingCapacity: true)
    numbers += piece.numbers[(index * width)..<((index + 1) * width)]
    elsewhere = (index == 0 ? 0 : piece.textEnds[index - 1])..<piece.textEnds[index]
    index += 1
    return true
  }

  package func field(_ column: Int) -> Field {
    switch numbers[column] {
    case 0: .blank
    case -1: .text(piece.texts[elsewhere].first { $0.column == column }?.text ?? "")
    case let number: .seen(Int(number) - 1)
    }
  }
}
