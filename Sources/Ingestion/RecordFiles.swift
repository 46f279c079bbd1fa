import Basics
import Findings
import Interchange
import Tabular

/// What all pieces of a source have together.
struct RecordTotals: Sendable {
  fileprivate(set) var texts: TextTable
  /// How many fields of each column stand in `texts.csv`.
  fileprivate(set) var elsewhere: [Int]
  /// How many records are in the quarantine's files.
  fileprivate(set) var quarantined = 0
  /// About records that were read, but look wrong.
  fileprivate(set) var findings: [Finding] = []
  fileprivate(set) var widths: RecordWidths
  /// Of the records that were read, where they are wanted.
  fileprivate(set) var digests: [UInt64] = []
  fileprivate(set) var count = 0
  fileprivate(set) var blank = 0
  fileprivate(set) var comments = 0
  /// Where the last record ends in the text.
  fileprivate(set) var end = 0
}

/// Joins the pieces of a source, in their order, to `records.csv` and `texts.csv`.
///
/// The texts are numbered as one reader would number them that reads the whole source: first met,
/// first numbered, as long as there is room.
struct RecordFiles {
  private var totals: RecordTotals
  private let source: String
  private let reader: PieceReader
  private let decoder: TextDecoder
  private let writer: StageTableWriter
  private let texts: CSVWriter
  private var quarantine: QuarantineFiles
  /// Where the next piece must begin.
  private var progress: CSVReader.Progress
  /// Whether blank records stand above the next piece.
  private var isAfterBlank = false
  /// Why what follows is of another table.
  private var otherTable: Objection?

  private init(
    folder: String, source: String, bytes: Int, reader: PieceReader, from start: CSVReader.Progress
  ) throws(RunError) {
    self.source = source
    self.reader = reader
    progress = start
    decoder = try TextDecoder(encoding: reader.encoding)
    let width = String(bytes).utf8.count
    writer = try StageTableWriter(
      path: "\(folder)/records.csv",
      columns: TextNumber.fixedColumns.map { .init($0, width: width) }
        + (1...reader.columns).map { .init("c\($0)", width: TextNumber.width) })
    quarantine = QuarantineFiles(folder: folder)
    texts = try CSVWriter(path: "\(folder)/texts.csv", header: SourceEntry.TextColumn.header)
    totals = RecordTotals(
      texts: TextTable(columns: reader.columns),
      elsewhere: Array(repeating: 0, count: reader.columns),
      widths: RecordWidths(usual: reader.columns))
  }

  /// Writes the files of a source, of which the pieces are read side by side.
  ///
  /// - Parameters:
  ///   - bytes: The size of the source's text, than which no number in a record's position is larger.
  ///   - packedBytes: The size of the source as it was received.
  ///   - start: Where the first record begins.
  static func write(
    to folder: String, source: String, bytes: Int, packedBytes: Int, reader: PieceReader,
    from start: CSVReader.Progress, jobs: Int, pieceSize: Int = CSVPieces.usualSize
  ) throws(RunError) -> RecordTotals {
    let pieces = Locked(
      CSVPieces(reader.text, dialect: reader.dialect, from: start.offset, size: pieceSize)
    )
    let files = Locked(
      try RecordFiles(folder: folder, source: source, bytes: bytes, reader: reader, from: start))
    try WorkInTurn.run(
      jobs: jobs,
      next: { () throws(RunError) in
        try pieces.withLock { pieces throws(RunError) in try pieces.next() }
      },
      work: { piece throws(RunError) in try reader.read(piece) },
      settle: { piece throws(RunError) in
        try files.withLock { files throws(RunError) in try files.append(piece) }
        Phases.advance(by: packedBytes * piece.range.count / max(bytes, 1))
      })
    return try files.withLock { files throws(RunError) in try files.commit() }
  }

  /// Appends the next piece. One that does not begin where the piece before it ended was cut
  /// inside a record, and is read again from there.
  private mutating func append(_ piece: PieceReading) throws(RunError) {
    guard progress.offset < piece.range.upperBound else { return }
    if let otherTable {
      try write(try reader.read(progress.offset..<piece.range.upperBound, other: (1, otherTable)))
    } else if piece.range.lowerBound == progress.offset {
      try writeTable(piece)
    } else {
      try writeTable(try reader.read(progress.offset..<piece.range.upperBound))
    }
  }

  /// Writes a piece as far as it is of the table that the header heads.
  private mutating func writeTable(_ piece: PieceReading) throws(RunError) {
    guard let row = piece.strangers.first(where: { $0.followsBlank ?? isAfterBlank }) else {
      try write(piece)
      return
    }
    let objection = Objection.secondTable(line: position(row).line)
    otherTable = objection
    try write(try reader.read(piece.range, other: (row.record, objection)))
  }

  private mutating func commit() throws(RunError) -> RecordTotals {
    try writer.commit()
    try texts.commit()
    try quarantine.commit()
    totals.quarantined = quarantine.count
    totals.end = progress.offset
    return totals
  }

  private mutating func write(_ piece: PieceReading) throws(RunError) {
    let numbers = totals.texts.adopt(
      piece.texts, after: totals.count, most: TextNumber.most, longest: TextNumber.longest)
    for refusal in piece.refused {
      try quarantine.write(
        QuarantinedRecord(
          refusal.objection, source: source, record: totals.count + Int(refusal.row.record),
          position: position(refusal.row)))
    }
    for suspicion in piece.suspected {
      totals.findings.append(
        Finding(
          suspicion.objection, at: Position(source: source, record: position(suspicion.row))))
    }
    for position in piece.repeated {
      totals.findings.append(
        Finding(.repeatedHeader, at: Position(source: source, record: inSource(position))))
    }
    let marks = StageTableWriter.Marks(zero: TextNumber.blank, negative: TextNumber.elsewhere)
    let fields = numbers.map { FourByteField($0, marks: marks) }
    let columnsWithLong = Set(
      numbers.indices.filter { numbers[$0] < 0 }.map { piece.texts.column(of: $0 - 1) }
    ).sorted()
    for (index, row) in piece.rows.enumerated() {
      let first = index * reader.columns
      for column in columnsWithLong {
        let field = Int(piece.fields[first + column])
        if numbers[field] >= 0 { continue }
        totals.elsewhere[column] += 1
        texts.append(totals.count + Int(row.record))
        texts.append(column + 1)
        texts.append(utf8(piece.texts.bytes(of: field - 1)))
        try texts.endRecord()
      }
      let position = position(row)
      writer.append(totals.count + Int(row.record))
      writer.append(position.line)
      writer.append(position.offset)
      writer.append(position.length)
      writer.append(piece.fields[first..<(first + reader.columns)], of: fields)
      try writer.endRow()
    }
    isAfterBlank = piece.endsBlank ?? isAfterBlank
    totals.digests += piece.digests
    totals.count += Int(piece.records)
    totals.blank += piece.blank
    totals.comments += piece.comments
    totals.widths.add(piece.widths)
    progress.offset = piece.end.offset
    progress.lines += piece.end.lines
    progress.wideBytes += piece.end.wideBytes
  }

  private func utf8(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    reader.isKnownUTF8 ? text : decoder.utf8(Array(text))?[...] ?? []
  }

  /// The position of a row in the source, of which its piece is a part.
  private func position(_ row: PieceReading.Row) -> RecordPosition {
    inSource(row.position)
  }

  private func inSource(_ position: RecordPosition) -> RecordPosition {
    var position = position
    position.line += progress.lines
    position.offset += progress.wideBytes
    return position
  }
}
