import Basics
import Findings
import Tabular

/// The records of one piece of a source, with its texts numbered within the piece.
struct PieceReading: Sendable {
  struct Row: Sendable {
    /// The number of the record within the piece, from 1.
    let record: Int32
    let position: RecordPosition
    /// Whether a blank record stands above; nil for the first row, above which is another piece.
    let followsBlank: Bool?
  }

  /// What is said of a record.
  struct Remark: Sendable {
    let row: Row
    let objection: Objection
  }

  /// The piece as it was cut.
  let range: Range<Int>
  /// Where reading stopped, with the lines of the piece and its bytes of UTF-16.
  var end = CSVReader.Progress()
  var rows: [Row] = []
  /// The fields of all rows: 0 where blank, else the text's number plus one.
  var fields: [Int32] = []
  /// All texts, however many and however long.
  var texts: TextTable
  /// Records that cannot be used.
  var refused: [Remark] = []
  /// Records that were read, but look wrong.
  var suspected: [Remark] = []
  /// Where the header stands again.
  var repeated: [RecordPosition] = []
  /// Rows with which another table begins, if blank records stand above them.
  var strangers: [Row] = []
  /// Whether the last record is blank; nil where there is none.
  var endsBlank: Bool?
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
  /// Whether all bytes were found to be UTF-8, so that no text need be looked at again.
  var isKnownUTF8 = false
  /// How many fields a record may have, those beyond the last column being blank; nil for any number.
  var surplusWidth: Int?
  /// Whether a blank line is a record.
  var hasBlankRecords = false
  /// Whether the text was written from a workbook: its lines are then counted as the rows of the
  /// sheet, without the line ends within fields.
  var isWorkbook = false
  /// Whether zero bytes are to be looked for: the source has some.
  var mayHoldZeros = false
  /// The fields of the header rows, which are no records where they stand again.
  var header: [[[UInt8]]] = []
  /// Whether a digest of each row is wanted.
  var hasDigests = false
  /// What stands in the columns, as far as it is known.
  var types = ColumnTypes()

  /// Reads the records that begin in a range of the file.
  ///
  /// - Parameter other: Why records are of another table, and from which record of the piece on.
  func read(
    _ range: Range<Int>, other: (from: Int32, objection: Objection)? = nil
  ) throws(RunError) -> PieceReading {
    let piece = try read(range, refusing: [:], other)
    let suspects = types.suspects(in: piece, try TextDecoder(encoding: encoding))
    if suspects.isEmpty { return piece }
    var misplaced: [Int32: Objection] = [:]
    for suspect in suspects {
      misplaced[suspect.row.record] =
        if let shift = types.shift(of: suspect.fields, in: suspect.moved) {
          .shiftedRecord(shift)
        } else {
          types.stranger(in: suspect.fields, atLeast: 2).map {
            .secondTable($0, text: suspect.fields[$0])
          }
        }
    }
    // Rare, and simpler than to take a row back.
    var whole = misplaced.isEmpty ? piece : try read(range, refusing: misplaced, other)
    whole.strangers = suspects.filter {
      $0.row.followsBlank != false && types.stranger(in: $0.fields, atLeast: 1) != nil
    }.map(\.row)
    return whole
  }

  private func read(
    _ range: Range<Int>, refusing misplaced: [Int32: Objection],
    _ other: (from: Int32, objection: Objection)?
  ) throws(RunError) -> PieceReading {
    let reader = try CSVReader(
      text, dialect: dialect, from: range.lowerBound, offsets: offsets,
      longestRecord: CSVReader.longestRecord, keepsEmptyLines: hasBlankRecords)
    let decoder = try TextDecoder(encoding: encoding)
    let swallowed = SwallowedRecords(delimiter: dialect.delimiter, columns: columns)
    let repeatedHeader = RepeatedHeader(header: header)
    var piece = PieceReading(
      range: range, texts: TextTable(columns: columns),
      widths: RecordWidths(usual: columns))
    var lineEnds = 0
    var readings: EncodingReadings?
    var followsBlank: Bool?
    while reader.progress.offset < range.upperBound {
      let above = (lines: reader.progress.lines, comments: reader.comments)
      guard try reader.next() else { break }
      let record = reader.record
      // Empty lines are no records.
      if reader.position.line - 1 > above.lines + reader.comments - above.comments {
        followsBlank = true
      }
      if reader.damage == nil && record.isBlank && !hasBlankRecords {
        piece.blank += 1
        followsBlank = true
        continue
      }
      var position = reader.position
      if isWorkbook {
        position.line -= lineEnds
        lineEnds += record.lineEnds
      }
      if reader.damage == nil && repeatedHeader.stands(in: record) {
        piece.repeated.append(position)
        continue
      }
      piece.records += 1
      piece.widths.add(reader.damage == nil ? record.fieldCount : nil)
      let row = PieceReading.Row(
        record: piece.records, position: position, followsBlank: followsBlank)
      followsBlank = false
      if let other, row.record >= other.from {
        piece.refused.append(.init(row: row, objection: other.objection))
      } else if let objection = misplaced[row.record], objection.severity == .fatal {
        piece.refused.append(.init(row: row, objection: objection))
      } else if let objection = try objection(
        to: record, at: reader.position, damage: reader.damage, decoder: decoder,
        readings: &readings, in: &piece)
      {
        piece.refused.append(.init(row: row, objection: objection))
      } else {
        piece.rows.append(row)
        if let objection = misplaced[row.record] {
          piece.suspected.append(.init(row: row, objection: objection))
        }
        if hasDigests { piece.digests.append(CumulativeSource.digest(of: record)) }
        // A workbook marks its fields off by other means than quotes.
        if !isWorkbook, let field = swallowed.find(in: record) {
          piece.suspected.append(.init(row: row, objection: .swallowedRecords(field)))
        }
      }
    }
    piece.endsBlank = followsBlank
    piece.end = reader.progress
    piece.end.lines -= lineEnds
    piece.comments = reader.comments
    return piece
  }

  /// Numbers the fields of a record, or says why it cannot be used.
  private func objection(
    to record: RecordBuffer, at position: RecordPosition, damage: CSVReader.Damage?,
    decoder: TextDecoder, readings: inout EncodingReadings?, in piece: inout PieceReading
  ) throws(RunError) -> Objection? {
    if let damage { return .damaged(damage) }
    if mayHoldZeros, record.hasZeroByte { return .damaged(.zeroByte) }
    let count = record.fieldCount
    let isSurplus = count > columns && record.isBlank(from: columns)
    guard count == columns || isSurplus && count == surplusWidth ?? count else {
      return .fieldCount(count, columns: columns, isSurplusBlank: isSurplus)
    }
    let refused = piece.texts.number(record, as: Int(piece.records), into: &piece.fields) {
      isKnownUTF8 || decoder.decode($0) != nil
    }
    guard let refused else { return nil }
    return try undecodable(field: refused, of: record, at: position, decoder, &readings)
  }

  /// Which byte does not decode, and what it would be in other encodings.
  private func undecodable(
    field: Int, of record: RecordBuffer, at position: RecordPosition, _ decoder: TextDecoder,
    _ readings: inout EncodingReadings?
  ) throws(RunError) -> Objection {
    let bytes = record.field(field)
    let byte = bytes[decoder.validPrefix(of: bytes)]
    // The positions of what was rewritten from UTF-16 are not those of the file that is read.
    guard case .bytes = offsets else {
      return .undecodable(
        utf16: Transcoder.damage(bytes[decoder.validPrefix(of: bytes)...]), field: field)
    }
    let readings = try opened(&readings)
    let offset = try readings.offset(of: position, decoder)
    return .undecodable(
      byte, field: field, decoder.encoding, at: offset, reading: try readings.text(at: offset))
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
