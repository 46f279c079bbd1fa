import Interchange
import Tabular

/// The records of one piece of a source, with the texts of each column numbered within the piece.
struct PieceReading: Sendable {
  struct Row: Sendable {
    /// The number of the record within the piece, from 1.
    let record: Int32
    let place: RecordPlace
  }

  /// A record that cannot be used.
  struct Refusal: Sendable {
    let row: Row
    let rule: Rule
    let message: String
  }

  /// A record that was read, but looks wrong.
  struct Suspicion: Sendable {
    let row: Row
    let cell: SwallowedRecords.Cell
  }

  /// The piece as it was cut.
  let range: Range<Int>
  /// Where reading stopped, with the lines and units of the piece.
  var end = CSVReader.Progress()
  var rows: [Row] = []
  /// The cells of all rows: 0 where blank, else the text's number in its column's table plus one.
  var cells: [Int32] = []
  /// All texts, however many and however long.
  var tables: [TextTable]
  var refused: [Refusal] = []
  var suspected: [Suspicion] = []
  var widths: RecordWidths
  var records: Int32 = 0
  var blank = 0
  var comments = 0
}

/// Reads a piece of a source; what it needs to know of other pieces is for `RecordFiles`.
struct PieceReader: Sendable {
  let path: String
  let dialect: CSVDialect
  let offsets: CSVReader.Offsets
  let encoding: String
  let columns: Int
  /// Whether the text was written from a workbook: its lines are then counted as the rows of the
  /// sheet, without the line ends within cells.
  var isWorkbook = false

  /// Reads the records that begin in a range of the file.
  func read(_ range: Range<Int>) throws(RunError) -> PieceReading {
    let reader = try CSVReader(
      path: path, dialect: dialect, from: range.lowerBound, offsets: offsets)
    let decoder = try TextDecoder(encoding: encoding)
    let swallowed = SwallowedRecords(delimiter: dialect.delimiter, columns: columns)
    var piece = PieceReading(
      range: range, tables: Array(repeating: TextTable(), count: columns),
      widths: RecordWidths(usual: columns))
    var lineEnds = 0
    while reader.progress.offset < range.upperBound, try reader.next() {
      let record = reader.record
      if reader.damage == nil && record.isBlank {
        piece.blank += 1
        continue
      }
      piece.records += 1
      piece.widths.add(reader.damage == nil ? record.fieldCount : nil)
      var place = reader.place
      if isWorkbook {
        place.line -= lineEnds
        lineEnds += record.lineEnds
      }
      let row = PieceReading.Row(record: piece.records, place: place)
      if let (rule, message) = refusal(of: record, reader.damage, decoder, &piece) {
        piece.refused.append(.init(row: row, rule: rule, message: message))
      } else {
        piece.rows.append(row)
        // A workbook marks its cells off by other means than quotes.
        if !isWorkbook, let cell = swallowed.find(in: record) {
          piece.suspected.append(.init(row: row, cell: cell))
        }
      }
    }
    piece.end = reader.progress
    piece.end.lines -= lineEnds
    piece.comments = reader.comments
    return piece
  }

  /// Numbers the cells of a record, or says why it cannot be used.
  private func refusal(
    of record: RecordBuffer, _ damage: CSVReader.Damage?, _ decoder: TextDecoder,
    _ piece: inout PieceReading
  ) -> (rule: Rule, message: String)? {
    if let damage { return (damage.rule, damage.message) }
    let count = record.fieldCount
    guard count == columns || (count > columns && record.isBlank(from: columns)) else {
      return (
        .fieldCount,
        "the record has \(count) cells, but the header has \(columns) columns; "
          + (count > columns
            ? "a cell that holds the separator must be quoted" : "a cell or separator is missing")
      )
    }
    let refused = piece.tables.number(record, as: Int(piece.records), into: &piece.cells) {
      decoder.decode($0) != nil
    }
    guard let refused else { return nil }
    let field = record.field(refused)
    let valid = decoder.validPrefix(of: field)
    let byte = String(field[valid], radix: 16, uppercase: true)
    return (
      .undecodable,
      "byte \(valid + 1) of cell \(refused + 1), 0x\(byte), is not \(decoder.encoding)"
    )
  }
}

extension CSVReader.Damage {
  fileprivate var rule: Rule {
    switch self {
    case .strayQuote: .strayQuote
    case .openQuote: .openQuote
    case .zeroByte: .zeroByte
    }
  }
}
