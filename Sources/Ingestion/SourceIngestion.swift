import Basics
import Definition
import Interchange
import Questionnaire
import SurveyTools
import Tabular

/// What reading one source gave.
struct SourceReading: Sendable {
  let entry: SourceEntry
  /// About records that were read, but look wrong.
  let findings: [Finding]
  /// Of the records, where nothing else tells whose they are.
  let digests: [UInt64]
  /// What was set aside when records were put together to submissions.
  let quarantined: [QuarantinedRecord]
}

/// Reads one source into the stage files that `SourceEntry` describes.
///
/// The bytes are parsed as they are, and each distinct text is decoded once: that is sound for
/// every encoding in which the separators stand for themselves alone, as in UTF-8, the
/// Windows and ISO 8859 families, KOI8 and Mac Roman.
struct SourceIngestion {
  let source: SourceAssignment.Source
  let path: String
  private let folder: String
  private let text: SourceText
  private let encoding: EncodingDecision
  private let dialect: DialectDecision
  let decoder: TextDecoder
  /// The file whose bytes are split: the text of the source, or its rewriting in UTF-8.
  let splittable: SteadyFile
  let offsets: CSVReader.Offsets
  /// On how many threads the records are read.
  private let jobs: Int
  private let after: ReadingStep.Hook

  /// Reads a source, which must stay as it is meanwhile: size and digest are those of the bytes that
  /// were split into records.
  static func read(
    _ source: SourceAssignment.Source, collection: CollectionFolders, to folder: String, jobs: Int,
    after: @escaping ReadingStep.Hook
  ) throws(RunError) -> SourceReading {
    let file = try SteadyFile(path: "\(collection.input)/\(source.file)")
    let reading: SourceReading
    do throws(RunError) {
      after(.open, source.file)
      reading = try SourceIngestion(source, file, folder: folder, jobs: jobs, after: after).run()
    } catch {
      // What was cut while it was read is damaged in one way or another, but that is not the reason.
      try file.requireUnchanged()
      throw error
    }
    if file.isRecent, try SHA256.digest(of: file).digest != reading.entry.sha256 {
      try file.requireUnchanged()
      throw file.changed("its bytes are others now, though its size and times are not")
    }
    try file.requireUnchanged()
    return reading
  }

  /// Decides how the bytes are to be read.
  private init(
    _ source: SourceAssignment.Source, _ received: SteadyFile, folder: String, jobs: Int,
    after: @escaping ReadingStep.Hook
  ) throws(RunError) {
    self.source = source
    self.jobs = jobs
    self.after = after
    let definition = source.definition
    path = received.path
    self.folder = SourceEntry.folder(of: source.file, below: folder)
    try FileSystem.createFolder(self.folder)
    text = try SourceText(received, definition, unpackedTo: "\(self.folder)/text.csv", jobs: jobs)
    after(.scan, source.file)
    encoding = try text.isWorkbook ? .workbook : EncodingDecision(text, definition, file: path)
    do {
      decoder = try TextDecoder(encoding: encoding.mustTranscode ? "UTF-8" : encoding.name)
    } catch {
      throw definition.node.error(
        id: .source(.unknownEncoding), error.problems.map(\.message).joined())
    }
    guard TextEncodings.isSplittable(decoder) else {
      throw definition.node.error(
        id: .source(.encoding),
        "'\(encoding.name)' cannot be read: its bytes cannot be split into fields before they are "
          + "decoded. Convert the file to UTF-8 with iconv(1)")
    }
    if encoding.mustTranscode {
      let target = "\(self.folder)/utf-8.csv"
      offsets = .utf16(mark: encoding.mark)
      try Transcoder.transcode(
        text.file, from: encoding.name, skipping: encoding.mark, to: target)
      splittable = try SteadyFile(path: target)
    } else {
      splittable = text.file
      offsets = .bytes
    }
    dialect =
      try text.isWorkbook
      ? .workbook(definition) : DialectDecision(definition, text: splittable, file: path)
    after(.dialect, source.file)
  }

  private consuming func run() throws(RunError) -> SourceReading {
    let header = try header()
    after(.header, source.file)
    let reader = try open()
    let (start, rows) = try skipHeader(reader, rows: header.rows.count)
    let headerBytes = header.rows.count == 0 ? 0 : reader.position.offset + reader.position.length
    let records = try readRecords(from: start, under: rows, header)
    let received = try text.received()
    after(.records, source.file)
    try requireWhole(records)
    try write(header.columns, records)
    try writeSeen(records)
    if encoding.mustTranscode { try FileSystem.remove(splittable.path) }
    try text.remove()
    let together = try source.definition.columnsOfItems.map { items throws(RunError) in
      try LongFile.putTogether(
        items, of: source.definition, file: source.file, in: folder, bytes: text.scan.bytes)
    }
    let setAside = together?.quarantined ?? []
    let quarantined = records.quarantined + setAside.count
    return SourceReading(
      entry: SourceEntry(
        number: source.number, file: source.file, bytes: received.bytes,
        sha256: received.digest, container: text.containerName, textBytes: text.scan.bytes,
        encoding: encoding.name, encodingReason: encoding.reason,
        delimiter: DialectDecision.name(dialect.dialect.delimiter),
        delimiterReason: dialect.reason, convention: header.convention,
        conventionReason: header.reason, headerRows: header.rows.count,
        headerRowsReason: header.rows.reason, headerBytes: headerBytes,
        columns: together?.columns ?? header.columns.count,
        widths: records.widths.text,
        records: records.count,
        blank: records.blank, comments: reader.comments + records.comments,
        quarantined: quarantined,
        together: together.map { records.count - quarantined - $0.submissions } ?? 0),
      findings: records.findings + (together?.findings ?? []) + noRecords(records),
      digests: records.digests,
      quarantined: setAside)
  }

  /// A file without records may be an export that went wrong.
  private func noRecords(_ records: RecordTotals) -> [Finding] {
    guard records.count == 0 else { return [] }
    return [Finding(.noRecords(blank: records.blank), at: Position(source: source.file))]
  }

  /// Reads over the header rows; blank records above them are no header.
  ///
  /// - Returns: Where they end, and their fields; the lines of a workbook are its rows.
  func skipHeader(
    _ reader: CSVReader, rows: Int
  ) throws(RunError) -> (end: CSVReader.Progress, fields: [[[UInt8]]]) {
    var fields: [[[UInt8]]] = []
    var lineEnds = 0
    while fields.count < rows, try reader.next() {
      let record = reader.record
      if text.isWorkbook { lineEnds += record.lineEnds }
      if !fields.isEmpty || !record.isBlank {
        fields.append((0..<record.fieldCount).map { record.field($0) })
      }
    }
    var end = reader.progress
    end.lines -= lineEnds
    return (end, fields)
  }

  /// A reader before the first record under titles and `sep=`.
  func open() throws(RunError) -> CSVReader {
    let reader = try CSVReader(
      splittable, dialect: dialect.dialect, offsets: offsets,
      longestRecord: CSVReader.longestRecord)
    try reader.skipLines(dialect.skippedLines)
    return reader
  }

  /// The header, from the first records that are not blank.
  private func header() throws(RunError) -> HeaderReading {
    let reader = try open()
    var rows: [[String]] = []
    var lines: [Int] = []
    let definition = source.definition
    let declared = definition.headerRows ?? definition.convention?.tool.header.count ?? 1
    while rows.count < HeaderRowCount.sample, try reader.next() {
      if reader.damage == nil && reader.record.isBlank && rows.isEmpty { continue }
      // Only the rows of the header itself must be readable.
      let isHeader = rows.count < max(1, declared)
      if let damage = reader.damage {
        if isHeader { throw rejected(line: reader.position.line, damage.id, damage.message) }
        try refuseImportIds(in: reader.position, damage)
        break
      }
      guard let texts = try texts(of: reader, isHeader: isHeader) else { break }
      rows.append(texts)
      lines.append(reader.position.line)
    }
    guard !rows.isEmpty else {
      throw rejected(
        line: 1, .source(.noHeader), "the file is empty; expected a heading for each column")
    }
    let header: HeaderReading
    do throws(HeaderDoubt) {
      header = try HeaderReading(
        rows: rows, convention: definition.convention, count: definition.headerRows)
    } catch {
      throw try undecided(error, rows: rows, lines: lines)
    }
    guard header.missingHeadings == 0 else {
      throw lostHeading(header, line: lines[max(header.rows.count, 1) - 1])
    }
    if definition.hasBlankRecords && header.columns.count > 1 { throw severalColumns(header) }
    return header
  }

  private func texts(of reader: CSVReader, isHeader: Bool) throws(RunError) -> [String]? {
    var texts: [String] = []
    for index in 0..<reader.record.fieldCount {
      let bytes = reader.record.field(index)
      if bytes.contains(0) {
        guard isHeader else { return nil }
        throw rejected(
          line: reader.position.line, .csv(.zeroByte),
          "the heading of column \(index + 1) holds a zero byte; expected text alone. If the file is "
            + "UTF-16, set 'encoding' of the source to UTF-16LE or UTF-16BE, else export it again")
      }
      guard let text = decoder.decode(bytes) else {
        guard isHeader else { return nil }
        throw rejected(
          line: reader.position.line, .source(.undecodable),
          try undecodable(index, heading: bytes, position: reader.position))
      }
      texts.append(text)
    }
    return texts
  }

  /// Why a heading cannot be read. It is looked for in the bytes of the whole header row.
  private func undecodable(
    _ column: Int, heading: [UInt8], position: RecordPosition
  ) throws(RunError) -> String {
    guard case .bytes = offsets else {
      let damage = Transcoder.damage(heading[decoder.validPrefix(of: heading)...])
      return
        "the heading of column \(column + 1) is not \(encoding.name): \(damage); the encoding is "
        + "\(encoding.reason). Export the file again"
    }
    let readings = try EncodingReadings(of: splittable)
    let offset = try readings.offset(of: position, decoder)
    return "the heading of column \(column + 1) is not \(decoder.encoding) from the byte at offset "
      + "\(offset) on; the encoding is \(encoding.reason). The text there reads "
      + "\(try readings.text(at: offset)). Set 'encoding' of the source to "
      + "the one that reads right"
  }

  func rejected(
    line: Int, _ id: ErrorID, _ message: String, answers: [RunError.Answer] = []
  ) -> RunError {
    RunError(path: path, line: line, id: id, message, answers: answers)
  }

  /// Reads the records piece by piece, the pieces side by side.
  private func readRecords(
    from start: CSVReader.Progress, under fields: [[[UInt8]]], _ header: HeaderReading
  ) throws(RunError) -> RecordTotals {
    let reader = PieceReader(
      text: splittable, dialect: dialect.dialect, offsets: offsets, encoding: decoder.encoding,
      columns: header.columns.count, isKnownUTF8: isKnownUTF8,
      surplusWidth: source.definition.allowsSurplusBlanks ? nil : header.usualWidth,
      hasBlankRecords: source.definition.hasBlankRecords, isWorkbook: text.isWorkbook,
      mayHoldZeros: text.scan.zeroBytes > 0, header: fields,
      hasDigests: source.isAnonymous, types: try types(under: header))
    return try RecordFiles.write(
      to: folder, source: source.file, bytes: text.scan.bytes, packedBytes: text.packedBytes,
      reader: reader, from: start, jobs: jobs)
  }

  /// Whether the pass over all bytes found nothing in them but UTF-8.
  private var isKnownUTF8: Bool {
    TextDecoder.isUTF8(encoding.name) && text.scan.firstInvalidUTF8 == nil
  }

  /// Header and records must cover the text, to its last byte.
  private func requireWhole(_ records: RecordTotals) throws(RunError) {
    guard records.end != splittable.size else { return }
    throw RunError(
      path: path, id: .fault(.unreadBytes),
      "the text has \(splittable.size) bytes, but its records end after \(records.end). "
        + "Please report this, with the file if you can")
  }

  private func write(
    _ columns: [HeaderReading.Column], _ records: RecordTotals
  ) throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/columns.csv", header: SourceEntry.HeadingColumn.header)
    for (index, column) in columns.enumerated() {
      try writer.write([
        String(index + 1), column.heading, column.label, column.option,
        String(records.texts.count(in: index)), String(records.elsewhere[index]),
      ])
    }
    try writer.commit()
  }

  private func writeSeen(_ records: RecordTotals) throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/seen.csv", header: SourceEntry.SeenColumn.header)
    let texts = records.texts
    for (column, numbers) in texts.byColumn.enumerated() {
      for (index, number) in numbers.enumerated() where texts.fields(of: number) > 0 {
        try writer.write([
          String(column + 1), String(index + 1), decoder.decode(texts.text(number)) ?? "",
          String(texts.fields(of: number)), String(texts.firstRecord(of: number)),
        ])
      }
    }
    try writer.commit()
  }
}

/// What is known of encodings beyond what `iconv(3)` does.
enum TextEncodings {
  /// Whether the separators' bytes stand for nothing else, so that fields can be split undecoded:
  /// every ASCII byte must stand for itself, which UTF-7, EBCDIC and the like do not grant.
  static func isSplittable(_ decoder: TextDecoder) -> Bool {
    let name = decoder.encoding.uppercased()
    let isStateful = ["UTF-7", "UTF7", "ISO-2022", "HZ"].contains { name.hasPrefix($0) }
    return !isStateful && decoder.keepsSeparators
  }
}
