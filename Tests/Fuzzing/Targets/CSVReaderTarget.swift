import Tabular
import _TestSupport

/// `CSVReader` over any bytes, in any dialect and at any position of its blocks.
struct CSVReaderTarget {
  /// One record as it was read.
  struct Record: Equatable {
    var position: RecordPosition
    let damage: CSVReader.Damage?
    let fields: [ArraySlice<UInt8>]

    init(_ reader: CSVReader) {
      position = reader.position
      damage = reader.damage
      let record = reader.record
      fields =
        damage == nil ? (0..<record.fieldCount).map { record.bytes[record.range(of: $0)] } : []
    }

    static func == (left: Record, right: Record) -> Bool {
      left.position == right.position && left.damage == right.damage
        && left.fields.elementsEqual(right.fields) { $0.elementsEqual($1) }
    }
  }

  /// The size of the reader's blocks.
  private static let block = 1 << 18
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let workdir: Workdir
  private let whole: ScratchFile
  private let alone: ScratchFile
  private let padded: ScratchFile

  init() throws {
    workdir = try Workdir()
    whole = try ScratchFile("\(workdir.path)/whole.csv")
    alone = try ScratchFile("\(workdir.path)/alone.csv")
    padded = try ScratchFile("\(workdir.path)/padded.csv")
  }

  func run(_ bytes: [UInt8]) throws {
    var input = FuzzInput(bytes)
    let dialect = CSVDialect(
      delimiter: input.choice(of: Array(",;\t|:a \u{1F}".utf8)),
      quote: input.choice(of: [UInt8(ascii: "\""), UInt8(ascii: "'"), nil]),
      hasBackslashEscapes: input.choice(of: 3) == 1)
    let shift = input.choice(of: 256)
    let text = Array(input.rest)
    whole.write(text)
    let records = try read(whole.path, dialect)
    checkTiling(records, text)
    for record in records where record.damage == nil {
      try checkAlone(record, text, dialect)
    }
    if !dialect.hasBackslashEscapes {
      StrictCSV(dialect: dialect).check(records, text)
    }
    if String(validating: text, as: UTF8.self) != nil {
      try checkUTF16(records, text, dialect)
    }
    // One run in four: a block takes time to fill.
    if shift % 4 == 3 { try checkBlocks(records, text, dialect, before: shift / 4) }
  }

  private func read(
    _ path: String, _ dialect: CSVDialect, skippingLines lines: Int = 0,
    offsets: CSVReader.Offsets = .bytes
  ) throws -> [Record] {
    let reader = try CSVReader(path: path, dialect: dialect, offsets: offsets)
    try reader.skipLines(lines)
    var records: [Record] = []
    while try reader.next() { records.append(Record(reader)) }
    return records
  }

  /// Records stand one after the other; nothing but empty lines stands between them.
  private func checkTiling(_ records: [Record], _ text: [UInt8]) {
    var end = text.starts(with: Self.mark) ? Self.mark.count : 0
    var line = 0
    for position in records.map(\.position) {
      check(position.offset >= end && position.length > 0, "\(position) begins before byte \(end)")
      check(isEmptyLines(text[end..<position.offset]), "bytes before \(position) are in no record")
      check(position.line > line, "\(position) stands on no later line than \(line)")
      end = position.offset + position.length
      line = position.line
      check(end <= text.count, "\(position) ends behind the file")
    }
    check(isEmptyLines(text[end...]), "bytes from \(end) on are in no record")
  }

  private func isEmptyLines(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x0A || $0 == 0x0D }
  }

  /// An undamaged record reads the same in a file of its own: so it can be mended there.
  private func checkAlone(_ record: Record, _ text: [UInt8], _ dialect: CSVDialect) throws {
    // The line end keeps a mark at the record's beginning from being taken for the file's.
    let position = record.position
    alone.write([0x0A] + text[position.offset..<(position.offset + position.length)])
    var again = try read(alone.path, dialect)
    check(again.count == 1, "\(position) alone is \(again.count) records")
    again[0].position.offset += position.offset - 1
    again[0].position.line += position.line - 2
    check(again[0] == record, "\(record) alone is \(again[0])")
  }

  /// Offsets in UTF-16 are those of the text before them.
  private func checkUTF16(_ records: [Record], _ text: [UInt8], _ dialect: CSVDialect) throws {
    let counted = try read(whole.path, dialect, offsets: .utf16(mark: 2))
    check(counted.count == records.count, "offsets in UTF-16 change the records")
    for (record, other) in zip(records, counted) {
      let position = record.position
      let before = String(decoding: text[..<position.offset], as: UTF8.self).utf16.count
      let marked = text.starts(with: Self.mark) ? 1 : 0
      let length = String(
        decoding: text[position.offset..<(position.offset + position.length)], as: UTF8.self
      ).utf16.count
      check(
        other.position.offset == 2 + 2 * (before - marked) && other.position.length == 2 * length,
        "\(position) is \(other.position) in UTF-16")
    }
  }

  /// The end of a block changes nothing, wherever it falls.
  private func checkBlocks(
    _ records: [Record], _ text: [UInt8], _ dialect: CSVDialect, before bytes: Int
  ) throws {
    guard !text.starts(with: Self.mark) else { return }
    let padding = Self.block - bytes
    // A first line of zero bytes, which is skipped: the file system need not be given them.
    padded.write([])
    padded.write([0x0A] + text, at: padding - 1)
    var moved = try read(padded.path, dialect, skippingLines: 1)
    for index in moved.indices {
      moved[index].position.offset -= padding
      moved[index].position.line -= 1
    }
    check(moved == records, "a block that ends at byte \(bytes) changes \(records) to \(moved)")
  }
}
