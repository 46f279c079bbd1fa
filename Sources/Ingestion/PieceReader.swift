import Basics
import Findings
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
    let objection: Objection
  }

  /// A record that was read, but looks wrong.
  struct Suspicion: Sendable {
    let row: Row
    let cell: SwallowedRecords.Cell
  }

  /// The piece as it was cut.
  let range: Range<Int>
  /// Where reading stopped, with the lines of the piece and its bytes of UTF-16.
  var end = CSVReader.Progress()
  var rows: [Row] = []
  /// The cells of all rows: 0 where blank, else the text's number in its column's table plus one.
  var cells: [Int32] = []
  /// All texts, however many and however long.
  var tables: [TextTable]
  var refused: [Refusal] = []
  var suspected: [Suspicion] = []
  /// Where the header stands again.
  var repeated: [RecordPlace] = []
  var widths: RecordWidths
  /// What tells each row from others, where that is asked for.
  var digests: [UInt64] = []
  var records: Int32 = 0
  var blank = 0
  var comments = 0
}

/// Reads a piece of a source; what it needs to know of other pieces is for `RecordFiles`.
struct PieceReader: Sendable {
  let text: SteadyFile
  let dialect: CSVDialect
  let offsets: CSVReader.Offsets
  let encoding: String
  let columns: Int
  /// How many cells a record may have, those beyond the last column being blank; nil for any number.
  var surplusWidth: Int?
  /// Whether the text was written from a workbook: its lines are then counted as the rows of the
  /// sheet, without the line ends within cells.
  var isWorkbook = false
  /// Whether zero bytes are to be looked for: the source has some.
  var mayHoldZeros = false
  /// The cells of the header rows, which are no records where they stand again.
  var header: [[[UInt8]]] = []
  /// Whether a digest of each row is wanted.
  var hasDigests = false

  /// Reads the records that begin in a range of the file.
  func read(_ range: Range<Int>) throws(RunError) -> PieceReading {
    let reader = try CSVReader(
      text, dialect: dialect, from: range.lowerBound, offsets: offsets,
      longestRecord: CSVReader.longestRecord)
    let decoder = try TextDecoder(encoding: encoding)
    let swallowed = SwallowedRecords(delimiter: dialect.delimiter, columns: columns)
    let repeatedHeader = RepeatedHeader(header: header)
    var piece = PieceReading(
      range: range, tables: Array(repeating: TextTable(), count: columns),
      widths: RecordWidths(usual: columns))
    var lineEnds = 0
    var readings: EncodingReadings?
    while reader.progress.offset < range.upperBound, try reader.next() {
      let record = reader.record
      if reader.damage == nil && record.isBlank {
        piece.blank += 1
        continue
      }
      var place = reader.place
      if isWorkbook {
        place.line -= lineEnds
        lineEnds += record.lineEnds
      }
      if reader.damage == nil && repeatedHeader.stands(in: record) {
        piece.repeated.append(place)
        continue
      }
      piece.records += 1
      piece.widths.add(reader.damage == nil ? record.fieldCount : nil)
      let row = PieceReading.Row(record: piece.records, place: place)
      if let objection = try objection(
        to: record, at: reader.place, damage: reader.damage, decoder: decoder,
        readings: &readings, in: &piece)
      {
        piece.refused.append(.init(row: row, objection: objection))
      } else {
        piece.rows.append(row)
        if hasDigests { piece.digests.append(CumulativeSource.digest(of: record)) }
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
  private func objection(
    to record: RecordBuffer, at place: RecordPlace, damage: CSVReader.Damage?,
    decoder: TextDecoder, readings: inout EncodingReadings?, in piece: inout PieceReading
  ) throws(RunError) -> Objection? {
    if let damage { return .damaged(damage) }
    if mayHoldZeros, record.hasZeroByte { return .damaged(.zeroByte) }
    let count = record.fieldCount
    let isSurplus = count > columns && record.isBlank(from: columns)
    guard count == columns || isSurplus && count == surplusWidth ?? count else {
      return .fieldCount(count, columns: columns, isSurplusBlank: isSurplus)
    }
    let refused = piece.tables.number(record, as: Int(piece.records), into: &piece.cells) {
      decoder.decode($0) != nil
    }
    guard let refused else { return nil }
    return try undecodable(cell: refused, of: record, at: place, decoder, &readings)
  }

  /// Which byte does not decode, and what it would be in other encodings.
  private func undecodable(
    cell: Int, of record: RecordBuffer, at place: RecordPlace, _ decoder: TextDecoder,
    _ readings: inout EncodingReadings?
  ) throws(RunError) -> Objection {
    let field = record.field(cell)
    let byte = field[decoder.validPrefix(of: field)]
    // The places of what was rewritten from UTF-16 are not those of the file that is read.
    guard case .bytes = offsets else {
      return .undecodable(
        utf16: Transcoder.damage(field[decoder.validPrefix(of: field)...]), cell: cell)
    }
    let readings = try opened(&readings)
    let offset = try readings.offset(of: place, decoder)
    return .undecodable(
      byte, cell: cell, decoder.encoding, at: offset, reading: try readings.text(at: offset))
  }

  private func opened(
    _ readings: inout EncodingReadings?
  ) throws(RunError) -> EncodingReadings {
    if let readings { return readings }
    let opened = try EncodingReadings(of: text)
    readings = opened
    return opened
  }
}
