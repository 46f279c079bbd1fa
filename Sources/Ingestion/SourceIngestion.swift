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
  private let scan: SourceScan
  private let encoding: EncodingDecision
  private let dialect: DialectDecision
  private let decoder: TextDecoder
  /// The file whose bytes are split: the source, or its rewriting in UTF-8.
  private let splittable: String
  private let offsets: CSVReader.Offsets
  private var tables: [TextTable] = []
  /// How many cells of each column stand in `texts.csv`.
  private var elsewhere: [Int] = []
  private var quarantined: [QuarantinedRecord] = []
  private var records = 0
  private var blank = 0

  /// Decides how the bytes are to be read.
  init(_ source: SourceAssignment.Source, collection: CollectionFolders, folder: String)
    throws(RunError)
  {
    self.source = source
    let definition = source.definition
    path = "\(collection.input)/\(source.file)"
    self.folder = SourceEntry.folder(of: source.file, below: folder)
    try FileSystem.createFolder(self.folder)
    scan = try SourceScan(path: path)
    encoding = try EncodingDecision(scan, declared: definition.encoding, path: path)
    do {
      decoder = try TextDecoder(encoding: encoding.mustTranscode ? "UTF-8" : encoding.name)
    } catch {
      throw definition.node.error(
        rule: "unknown-encoding", error.problems.map(\.message).joined())
    }
    guard TextEncodings.isSplittable(decoder) else {
      throw definition.node.error(
        rule: "encoding",
        "'\(encoding.name)' cannot be read: its bytes cannot be split into cells before they are "
          + "decoded. Convert the file to UTF-8 with iconv(1)")
    }
    if encoding.mustTranscode {
      splittable = "\(self.folder)/utf-8.csv"
      offsets = .utf16(mark: encoding.mark)
      try Self.transcode(path, encoding, to: splittable)
    } else {
      splittable = path
      offsets = .bytes
    }
    dialect = try DialectDecision(definition, path: splittable)
  }

  private static func transcode(
    _ path: String, _ encoding: EncodingDecision, to target: String
  ) throws(RunError) {
    let invalid = try Transcoder.transcode(
      path, from: encoding.name, skipping: encoding.mark, to: target)
    guard let invalid else { return }
    throw RunError(
      .dataRejected, path: path, rule: "undecodable",
      "byte \(invalid) of the file is not \(encoding.name) (\(encoding.reason)); the file may be cut "
        + "off there. Export it again, or set 'encoding' of the source")
  }

  consuming func run() throws(RunError) -> SourceReading {
    let header = try header()
    let reader = try open()
    try skipHeader(reader, rows: header.convention.headerRows)
    let headerBytes = header.convention == .noHeader ? 0 : reader.place.offset + reader.place.length
    tables = Array(repeating: TextTable(), count: header.columns.count)
    elsewhere = Array(repeating: 0, count: header.columns.count)
    try readRecords(reader, columns: header.columns.count)
    try writeColumns(header.columns)
    try writeSeen()
    if encoding.mustTranscode { try FileSystem.remove(splittable) }
    return SourceReading(
      entry: SourceEntry(
        number: source.number, file: source.file, bytes: scan.bytes, sha256: scan.sha256,
        encoding: encoding.name, encodingReason: encoding.reason,
        delimiter: DialectDecision.name(dialect.dialect.delimiter),
        delimiterReason: dialect.reason, convention: header.convention,
        conventionReason: header.reason, headerBytes: headerBytes, columns: header.columns.count,
        records: records, blank: blank, quarantined: quarantined.count),
      quarantined: quarantined)
  }

  /// Reads over the header rows; blank records above them are no header.
  private func skipHeader(_ reader: CSVReader, rows: Int) throws(RunError) {
    var read = 0
    while read < rows, try reader.next() {
      if read > 0 || !reader.record.isBlank { read += 1 }
    }
  }

  /// A reader before the first record under titles and `sep=`.
  private func open() throws(RunError) -> CSVReader {
    let reader = try CSVReader(path: splittable, dialect: dialect.dialect, offsets: offsets)
    try reader.skipLines(dialect.skippedLines)
    return reader
  }

  /// The header, from the first records that are not blank.
  private func header() throws(RunError) -> HeaderReading {
    let reader = try open()
    var rows: [[String]] = []
    let wanted = source.definition.convention.map { max(1, $0.headerRows) }
    while rows.count < wanted ?? 3, try reader.next() {
      if reader.damage == nil && reader.record.isBlank && rows.isEmpty { continue }
      // Only the rows of the header itself must be readable.
      let isHeader = rows.count < wanted ?? 1
      if let damage = reader.damage {
        if isHeader { throw rejected(line: reader.place.line, damage.rawValue, damage.message) }
        break
      }
      guard let texts = try texts(of: reader, isHeader: isHeader) else { break }
      rows.append(texts)
    }
    guard !rows.isEmpty else {
      throw rejected(line: 1, "no-header", "the file is empty; expected a heading for each column")
    }
    return HeaderReading(rows: rows, declared: source.definition.convention)
  }

  private func texts(of reader: CSVReader, isHeader: Bool) throws(RunError) -> [String]? {
    var texts: [String] = []
    for index in 0..<reader.record.fieldCount {
      let bytes = reader.record.field(index)
      guard let text = decoder.decode(bytes) else {
        guard isHeader else { return nil }
        throw rejected(
          line: reader.place.line, "undecodable",
          "the heading of column \(index + 1) is not \(decoder.encoding) from its byte "
            + "\(decoder.validPrefix(of: bytes) + 1) on; the encoding is \(encoding.reason). "
            + "Set 'encoding' of the source to the one the file has")
      }
      texts.append(text)
    }
    return texts
  }

  private func rejected(line: Int, _ rule: String, _ message: String) -> RunError {
    RunError(.dataRejected, path: path, line: line, rule: rule, message)
  }

  private mutating func readRecords(_ reader: CSVReader, columns: Int) throws(RunError) {
    let width = String(scan.bytes).utf8.count
    let writer = try StageTableWriter(
      path: "\(folder)/records.csv",
      columns: TextNumber.fixedColumns.map { .init($0, width: width) }
        + (1...columns).map { .init("c\($0)", width: TextNumber.width) })
    let texts = try CSVWriter(path: "\(folder)/texts.csv", header: ["record", "column", "text"])
    var numbers = [Int](repeating: 0, count: columns)
    while try reader.next() {
      if reader.damage == nil && reader.record.isBlank {
        blank += 1
        continue
      }
      records += 1
      if let reason = unusable(reader, columns: columns, &numbers) {
        quarantine(reason, reader.place)
        continue
      }
      writer.append(records)
      writer.append(reader.place.line)
      writer.append(reader.place.offset)
      writer.append(reader.place.length)
      for (column, number) in numbers.enumerated() {
        switch number {
        case Self.blankCell: writer.append(mark: TextNumber.blank)
        case Self.textElsewhere:
          writer.append(mark: TextNumber.elsewhere)
          elsewhere[column] += 1
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
    _ reader: CSVReader, columns: Int, _ numbers: inout [Int]
  ) -> (rule: String, message: String)? {
    if let damage = reader.damage { return (damage.rawValue, damage.message) }
    let record = reader.record
    let count = record.fieldCount
    guard count == columns || (count > columns && record.isBlank(from: columns)) else {
      return (
        "field-count",
        "the record has \(count) cells, but the header has \(columns) columns; "
          + (count > columns
            ? "a cell that holds the separator must be quoted" : "a cell or separator is missing")
      )
    }
    for column in 0..<columns {
      numbers[column] = number(record, column)
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

  private mutating func number(_ record: RecordBuffer, _ column: Int) -> Int {
    let length = record.range(of: column).count
    if length == 0 { return Self.blankCell }
    if length <= TextNumber.longest {
      if let number = tables[column].number(of: record, field: column) {
        tables[column].add(1, to: number)
        return number
      }
      if tables[column].count < TextNumber.most {
        let cell = record.field(column)
        guard decoder.decode(cell) != nil else { return Self.undecodable }
        let number = tables[column].insert(cell, firstRecord: records)
        tables[column].add(1, to: number)
        return number
      }
    }
    return decoder.decode(record.field(column)) == nil ? Self.undecodable : Self.textElsewhere
  }

  private mutating func quarantine(
    _ reason: (rule: String, message: String), _ place: RecordPlace
  ) {
    quarantined.append(
      QuarantinedRecord(
        stage: .ingest, rule: reason.rule, source: source.file, record: records,
        place: place, message: reason.message,
        suggestion: "mend the record in quarantine/ and drop it into the input folder as mended/"))
  }

  private func writeColumns(_ columns: [HeaderReading.Column]) throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/columns.csv",
      header: ["column", "heading", "label", "option", "distinct", "elsewhere"])
    for (index, column) in columns.enumerated() {
      try writer.write([
        String(index + 1), column.heading, column.label, column.option,
        String(tables[index].count), String(elsewhere[index]),
      ])
    }
    try writer.commit()
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
  /// Whether the separators' bytes stand for nothing else, so that cells can be split undecoded:
  /// every ASCII byte must stand for itself, which UTF-7, EBCDIC and the like do not grant.
  static func isSplittable(_ decoder: TextDecoder) -> Bool {
    let name = decoder.encoding.uppercased()
    let isStateful = ["UTF-7", "UTF7", "ISO-2022", "HZ"].contains { name.hasPrefix($0) }
    return !isStateful && decoder.keepsSeparators
  }
}
