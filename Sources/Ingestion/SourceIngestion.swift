import Interchange
import Questionnaire
import Tabular

/// What reading one source gave.
struct SourceReading: Sendable {
  let entry: SourceEntry
  let quarantined: [QuarantinedRecord]
}

/// Reads one source into the stage files that `SourceEntry` describes.
///
/// The bytes are parsed as they are, and each distinct text is decoded once: that is sound for
/// every encoding in which the separators stand for themselves alone, as in UTF-8, the
/// Windows and ISO 8859 families, KOI8 and Mac Roman.
struct SourceIngestion {
  private let source: SourceAssignment.Source
  private let path: String
  private let folder: String
  private let reader: CSVReader
  private let decoder: TextDecoder
  private var tables: [TextTable] = []
  private var quarantined: [QuarantinedRecord] = []
  private var records = 0
  private var blank = 0

  init(_ source: SourceAssignment.Source, collection: CollectionFolders, folder: String)
    throws(RunError)
  {
    self.source = source
    path = "\(collection.input)/\(source.file)"
    self.folder = "\(folder)/\(source.file)"
    let node = source.definition.node
    guard TextEncodings.isSplittable(source.definition.encoding) else {
      throw node.error(
        rule: "encoding",
        "'\(source.definition.encoding)' cannot be read yet: its bytes cannot be split into cells "
          + "before they are decoded. Convert the file to UTF-8 with iconv(1)")
    }
    do {
      decoder = try TextDecoder(encoding: source.definition.encoding)
    } catch {
      throw node.error(rule: "unknown-encoding", error.problems.map(\.message).joined())
    }
    reader = try CSVReader(path: path, dialect: source.definition.dialect)
  }

  consuming func run() throws(RunError) -> SourceReading {
    try FileSystem.createFolder(folder)
    let digest = try SHA256.digest(ofFile: path)
    let headings = try headings()
    let headerBytes = reader.place.offset + reader.place.length
    tables = Array(repeating: TextTable(), count: headings.count)
    let columns = try CSVWriter(path: "\(folder)/columns.csv", header: ["column", "heading"])
    for (index, heading) in headings.enumerated() {
      try columns.write([String(index + 1), heading])
    }
    try columns.commit()
    try readRecords(columns: headings.count, bytes: digest.bytes)
    try writeSeen()
    let delimiter = source.definition.dialect.delimiter
    return SourceReading(
      entry: SourceEntry(
        number: source.number, file: source.file, bytes: digest.bytes, sha256: digest.digest,
        encoding: source.definition.encoding,
        encodingReason: source.definition.node["encoding"] == nil
          ? "UTF-8 unless declared" : "declared",
        delimiter: delimiter == 0x09 ? "tab" : String(UnicodeScalar(delimiter)),
        headerBytes: headerBytes, columns: headings.count, records: records, blank: blank,
        quarantined: quarantined.count),
      quarantined: quarantined)
  }

  /// The headings: the first record that is not blank.
  private func headings() throws(RunError) -> [String] {
    repeat {
      guard try reader.next() else {
        throw rejected(
          line: 1, "no-header", "the file is empty; expected a heading for each column")
      }
    } while reader.damage == nil && reader.record.isBlank
    let line = reader.place.line
    if let damage = reader.damage { throw rejected(line: line, damage.rawValue, damage.message) }
    var headings: [String] = []
    for index in 0..<reader.record.fieldCount {
      let bytes = reader.record.field(index)
      guard let text = decoder.decode(bytes) else {
        throw rejected(
          line: line, "undecodable",
          "the heading of column \(index + 1) is not \(decoder.encoding) from its byte "
            + "\(decoder.validPrefix(of: bytes) + 1) on; expected the encoding that the pipeline "
            + "declares. Set 'encoding' of the source to the one the file has")
      }
      headings.append(text)
    }
    return headings
  }

  private func rejected(line: Int, _ rule: String, _ message: String) -> RunError {
    RunError(.dataRejected, path: path, line: line, rule: rule, message)
  }

  private mutating func readRecords(columns: Int, bytes: Int) throws(RunError) {
    let width = String(bytes).utf8.count
    let writer = try StageTableWriter(
      path: "\(folder)/records.csv",
      columns: TextNumber.fixedColumns.map { .init($0, width: width) }
        + (1...columns).map { .init("c\($0)", width: TextNumber.width) })
    let texts = try CSVWriter(path: "\(folder)/texts.csv", header: ["record", "column", "text"])
    var numbers = [Int](repeating: 0, count: columns)
    while try reader.next() {
      if reader.damage == nil && reader.record.isBlank && reader.record.fieldCount <= columns {
        blank += 1
        continue
      }
      records += 1
      if let reason = unusable(columns: columns, &numbers) {
        quarantine(reason)
        continue
      }
      writer.append(records)
      writer.append(reader.place.line)
      writer.append(reader.place.offset)
      writer.append(reader.place.length)
      for (column, number) in numbers.enumerated() {
        switch number {
        case Self.blankCell: writer.append(CollectionOfOne(TextNumber.blank))
        case Self.textElsewhere:
          writer.append(CollectionOfOne(TextNumber.elsewhere))
          let text = decoder.decode(reader.record.field(column)) ?? ""
          try texts.write([String(records), String(column + 1), text])
        default: writer.append(number + 1)
        }
      }
      try writer.endRow()
    }
    try writer.commit()
    try texts.commit()
  }

  private static let blankCell = -1
  private static let textElsewhere = -2

  /// Numbers the cells of the current record, or says why it cannot be used.
  private mutating func unusable(
    columns: Int, _ numbers: inout [Int]
  ) -> (rule: String, message: String)? {
    if let damage = reader.damage { return (damage.rawValue, damage.message) }
    let count = reader.record.fieldCount
    guard count == columns else {
      return (
        "field-count",
        "the record has \(count) cells, but the header has \(columns) columns; "
          + (count > columns
            ? "a cell that holds the separator must be quoted" : "a cell or separator is missing")
      )
    }
    let record = reader.record
    for column in 0..<columns {
      numbers[column] = number(record.bytes[record.range(of: column)], column)
      if numbers[column] == Self.undecodable {
        for earlier in 0..<column where numbers[earlier] >= 0 {
          tables[earlier].add(-1, to: numbers[earlier])
        }
        let field = record.field(column)
        let valid = decoder.validPrefix(of: field)
        let byte = String(field[valid], radix: 16, uppercase: true)
        return (
          "undecodable",
          "byte \(valid + 1) of cell \(column + 1), 0x\(byte), is not \(decoder.encoding)"
        )
      }
    }
    return nil
  }

  private static let undecodable = -3

  private mutating func number(_ cell: ArraySlice<UInt8>, _ column: Int) -> Int {
    if cell.isEmpty { return Self.blankCell }
    if cell.count <= TextNumber.longest {
      if let number = tables[column].number(of: cell) {
        tables[column].add(1, to: number)
        return number
      }
      if tables[column].count < TextNumber.most {
        guard decoder.decode(Array(cell)) != nil else { return Self.undecodable }
        let number = tables[column].insert(cell, record: records)
        tables[column].add(1, to: number)
        return number
      }
    }
    return decoder.decode(Array(cell)) == nil ? Self.undecodable : Self.textElsewhere
  }

  private mutating func quarantine(_ reason: (rule: String, message: String)) {
    quarantined.append(
      QuarantinedRecord(
        stage: .ingest, rule: reason.rule, source: source.file, record: records,
        place: reader.place, message: reason.message,
        suggestion: "mend the record in quarantine/ and drop it into the input folder as mended/"))
  }

  private func writeSeen() throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/seen.csv", header: ["column", "number", "text", "count", "first_record"])
    for (column, table) in tables.enumerated() {
      for number in 0..<table.count where table.counts[number] > 0 {
        try writer.write([
          String(column + 1), String(number + 1), decoder.decode(table.text(number)) ?? "",
          String(table.counts[number]), String(table.firstRecords[number]),
        ])
      }
    }
    try writer.commit()
  }
}

/// What is known of encodings beyond what `iconv(3)` does.
enum TextEncodings {
  /// Whether the separators' bytes stand for nothing else, so that cells can be split undecoded.
  static func isSplittable(_ encoding: String) -> Bool {
    let name = encoding.uppercased()
    return !["UTF-16", "UTF16", "UTF-32", "UTF32", "UCS", "UTF-7", "EBCDIC", "ISO-2022", "HZ"]
      .contains { name.hasPrefix($0) }
  }
}
