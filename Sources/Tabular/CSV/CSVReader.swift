package import Basics

/// Where a record stands in its file.
package struct RecordPosition: Sendable, Equatable {
  /// The physical line the record begins on, from 1; line ends inside quotes count.
  package var line: Int
  /// The offset of the record's first byte in the file.
  package var offset: Int
  /// The number of bytes, the record's line end included.
  package var length: Int

  package init(line: Int = 1, offset: Int = 0, length: Int = 0) {
    self.line = line
    self.offset = offset
    self.length = length
  }
}

/// Reads a CSV file record by record, in blocks, with the position of each record.
///
/// libcsv is the definition of right; `RecordSplitter` takes the records that leave no doubt.
/// Lines are handed to libcsv one by one, so that a record's end is known to the byte, which
/// libcsv itself does not tell. LF, CRLF and CR alone end a line; empty lines are no records.
///
/// A record that libcsv refuses, or whose quote stays open, is **damaged**: the damage is
/// limited to its first physical line, and reading goes on with the line after it. One that is whole
/// and longer than it may be is damaged as a whole.
package final class CSVReader {
  /// Why a record could not be read.
  package enum Damage: String, Sendable {
    case strayQuote = "stray-quote"
    case openQuote = "open-quote"
    case longRecord = "long-record"
    case zeroByte = "zero-byte"

    package var id: ErrorID {
      switch self {
      case .strayQuote: .csv(.strayQuote)
      case .openQuote: .csv(.openQuote)
      case .longRecord: .csv(.longRecord)
      case .zeroByte: .csv(.zeroByte)
      }
    }

    package var message: String {
      switch self {
      case .strayQuote:
        "a quote stands inside a field or is followed by text; "
          + "expected fields with quotes to be quoted as a whole, with each inner quote doubled"
      case .openQuote:
        "a quote is opened and never closed; expected a closing quote before a separator "
          + "or the end of the line"
      case .longRecord:
        "the record has more than \(CSVReader.longestRecord) bytes, which is the most that is read of one"
      case .zeroByte:
        "a zero byte stands in the line; expected text alone"
      }
    }
  }

  /// What the offsets of `RecordPosition` count.
  package enum Offsets: Sendable {
    /// The bytes of the file that is read.
    case bytes
    /// The bytes of the UTF-16 file that the file was made from, after so many bytes of a mark.
    case utf16(mark: Int)
  }

  /// The most bytes that a record of a source may have.
  package static let longestRecord = 8 << 20
  /// A record that goes on for longer than this has an unclosed quote rather than a very long answer.
  private static let longestQuote = 64 << 20

  package private(set) var position = RecordPosition()
  package private(set) var damage: Damage?
  package var record: RecordBuffer { isSplit ? split : parser.record }
  /// How many comments were skipped so far.
  package private(set) var comments = 0

  private let file: InputFile
  private let parser: CSVParser
  private let splitter: RecordSplitter?
  /// The current record where the splitter took it: fields of `block`.
  private var split = RecordBuffer()
  private var isSplit = false
  /// Where its quotes were doubled, and its bytes without these.
  private var doubled: [Int] = []
  private var undoubled: [UInt8] = []
  private let hasQuotes: Bool
  private let hasBackslashEscapes: Bool
  private let comment: [UInt8]
  private var backslashes: BackslashEscapes
  private let offsets: Offsets
  private let longestRecord: Int
  private let keepsEmptyLines: Bool
  private var block: [UInt8] = []
  private var cursor = 0
  /// The file offset of the first byte of `block`.
  private var blockOffset = 0
  private var isAtEnd = false
  /// The physical line behind the last one that was read.
  private(set) var nextLine = 1
  /// The bytes of UTF-16 before `cursor`, where offsets count them.
  private var wideBytes = 0
  private static let blockSize = 1 << 18

  /// Where the current record begins: in the file, and in bytes of UTF-16.
  private var start = (offset: 0, wideBytes: 0)

  /// - Parameters:
  ///   - isSplitting: Whether records without doubt go past libcsv; the result is the same.
  ///   - longestRecord: How many bytes a record may have.
  ///   - keepsEmptyLines: Whether an empty line is a record of one empty field.
  package convenience init(
    path: String, dialect: CSVDialect = .canonical, from offset: Int = 0,
    offsets: Offsets = .bytes, isSplitting: Bool = true, longestRecord: Int = .max
  ) throws(RunError) {
    try self.init(
      SteadyFile(path: path), dialect: dialect, from: offset, offsets: offsets,
      isSplitting: isSplitting, longestRecord: longestRecord)
  }

  package init(
    _ file: SteadyFile, dialect: CSVDialect = .canonical, from offset: Int = 0,
    offsets: Offsets = .bytes, isSplitting: Bool = true, longestRecord: Int = .max,
    keepsEmptyLines: Bool = false
  ) throws(RunError) {
    self.longestRecord = longestRecord
    self.keepsEmptyLines = keepsEmptyLines
    self.file = InputFile(file)
    parser = CSVParser(dialect: dialect)
    splitter = isSplitting ? RecordSplitter(dialect) : nil
    hasQuotes = dialect.quote != nil
    hasBackslashEscapes = dialect.hasBackslashEscapes
    comment = dialect.comment
    backslashes = BackslashEscapes(quote: dialect.quote ?? UInt8(ascii: "\""))
    self.offsets = offsets
    if offset > 0 {
      self.file.seek(to: offset)
      blockOffset = offset
    } else {
      try fill()
      if block.starts(with: [0xEF, 0xBB, 0xBF]) { cursor = 3 }
    }
  }

  /// Skips whole physical lines, such as titles above the header.
  package func skipLines(_ count: Int) throws(RunError) {
    for _ in 0..<count {
      while let piece = try nextPiece() {
        if piece.endsLine { break }
      }
      nextLine += 1
    }
  }

  /// How far a reader has come, counted from where it began.
  package struct Progress: Sendable, Equatable {
    /// The offset of the next byte in the file that is read.
    package var offset = 0
    /// The physical lines before it.
    package var lines = 0
    /// The bytes of UTF-16 before it, where offsets count them.
    package var wideBytes = 0

    package init() {}

    fileprivate init(offset: Int, lines: Int, wideBytes: Int) {
      (self.offset, self.lines, self.wideBytes) = (offset, lines, wideBytes)
    }
  }

  /// Where the next record, or the empty line before it, begins.
  package var progress: Progress {
    Progress(offset: blockOffset + cursor, lines: nextLine - 1, wideBytes: wideBytes)
  }

  /// Reads the next record, good or damaged; false at the end of the file.
  package func next() throws(RunError) -> Bool {
    damage = nil
    try skipComments()
    begin()
    isSplit = try takeEmptyLine()
    if !isSplit { isSplit = try takeSplit() }
    if isSplit { return true }
    return try nextParsed()
  }

  /// Takes an empty line for a record, where it is one.
  private func takeEmptyLine() throws(RunError) -> Bool {
    guard keepsEmptyLines else { return false }
    // A CR may have its LF in the next block.
    while block.count - cursor < 2, !isAtEnd { try fill(keepingFrom: cursor) }
    let line = block[cursor...].prefix(2)
    guard let first = line.first, first == 0x0A || first == 0x0D else { return false }
    split.fields = [cursor..<cursor]
    take(upTo: cursor + (line.elementsEqual([0x0D, 0x0A]) ? 2 : 1), lines: 1)
    return true
  }

  /// Takes the next record by the splitter, if it can.
  private func takeSplit() throws(RunError) -> Bool {
    guard let splitter else { return false }
    while true {
      switch splitter.split(block, from: cursor, into: &split.fields, doubled: &doubled) {
      case .record(let end, let lines):
        take(upTo: end, lines: lines)
        if !doubled.isEmpty { split.leaveOut(doubled, in: &undoubled) }
        return true
      case .incomplete where cursor > 0 && !isAtEnd:
        try fill(keepingFrom: cursor)
      case .incomplete, .unsure:
        return false
      }
    }
  }

  /// Ends the record whose fields were found in the block.
  private func take(upTo end: Int, lines: Int) {
    split.bytes = block
    split.extent = cursor..<end
    if case .utf16 = offsets { countWideBytes(cursor..<end) }
    self.end(length: end - cursor)
    cursor = end
    nextLine += lines
  }

  /// Reads the next record through libcsv.
  private func nextParsed() throws(RunError) -> Bool {
    parser.beginRecord()
    var length = 0
    while let piece = try nextPiece() {
      // Without quotes NUL stands in for the quote, see CSVParser, and must not act as one.
      if !hasQuotes && block[piece.range].contains(0) { return try contain(.zeroByte) }
      let accepted = parse(piece.range)
      length += piece.range.count
      if piece.endsLine { nextLine += 1 }
      if !accepted { return try contain(.strayQuote) }
      if parser.isComplete {
        end(length: length)
        if length > longestRecord { damage = .longRecord }
        return true
      }
      if parser.isBetweenRecords && piece.endsLine {
        try skipComments()
        begin()
        length = 0
      }
      if length > Self.longestQuote { return try contain(.openQuote) }
    }
    guard length > 0 else { return false }
    let isWhole = !hasBackslashEscapes || parseLast(backslashes.finish())
    guard isWhole, parser.finish() else { return try contain(.openQuote) }
    end(length: length)
    if length > longestRecord { damage = .longRecord }
    return parser.isComplete
  }

  /// Skips the lines before a record that are comments: they are not CSV, and may hold quotes.
  private func skipComments() throws(RunError) {
    guard !comment.isEmpty else { return }
    while true {
      while block.count - cursor < comment.count, !isAtEnd { try fill(keepingFrom: cursor) }
      guard block[cursor...].starts(with: comment) else { return }
      comments += 1
      try skipLines(1)
    }
  }

  private func begin() {
    start = (blockOffset + cursor, wideBytes)
    position = RecordPosition(line: nextLine)
  }

  /// Settles the position of a record of so many bytes.
  private func end(length: Int) {
    switch offsets {
    case .bytes:
      position.offset = start.offset
      position.length = length
    case .utf16(let mark):
      position.offset = mark + start.wideBytes
      position.length = wideBytes - start.wideBytes
    }
  }

  private func parse(_ range: Range<Int>) -> Bool {
    guard hasBackslashEscapes else { return parser.parse(block, range) }
    return parseLast(backslashes.unescaped(block[range]))
  }

  private func parseLast(_ bytes: [UInt8]) -> Bool {
    bytes.isEmpty || parser.parse(bytes, bytes.indices)
  }

  /// Ends a damaged record after its first line and goes back to the line after it.
  private func contain(_ damage: Damage) throws(RunError) -> Bool {
    self.damage = damage
    parser.restart()
    backslashes.restart()
    wideBytes = start.wideBytes
    if start.offset >= blockOffset {
      cursor = start.offset - blockOffset
    } else {
      // The record is longer than what is at hand.
      file.seek(to: start.offset)
      block.removeAll(keepingCapacity: true)
      cursor = 0
      blockOffset = start.offset
      isAtEnd = false
    }
    // The first line again: its end may not have been read yet, and its length in UTF-16 counts.
    var length = 0
    while let piece = try nextPiece() {
      length += piece.range.count
      if piece.endsLine { break }
    }
    end(length: length)
    nextLine = position.line + 1
    return true
  }

  /// Takes the bytes up to and with the next line end, or as many of them as the block holds.
  private func nextPiece() throws(RunError) -> (range: Range<Int>, endsLine: Bool)? {
    if cursor >= block.count {
      try fill()
      if block.isEmpty { return nil }
    }
    let first = cursor
    var last = lineEnd(from: first)
    if let found = last, block[found] == 0x0D, found + 1 == block.count, !isAtEnd {
      // A CR at the very end of the block: its LF, if any, is in the next one.
      try fill(keepingFrom: first)
      return try nextPiece()
    }
    if let found = last, block[found] == 0x0D, found + 1 < block.count, block[found + 1] == 0x0A {
      last = found + 1
    }
    cursor = last.map { $0 + 1 } ?? block.count
    if case .utf16 = offsets { countWideBytes(first..<cursor) }
    return (first..<cursor, last != nil)
  }

  /// Every UTF-8 sequence is one code unit of UTF-16, which has two bytes, those of four bytes two;
  /// the last byte of a file that ends within a unit is one.
  private func countWideBytes(_ range: Range<Int>) {
    for byte in block[range] {
      if byte & 0xC0 == 0x80 { continue }
      wideBytes += byte == Transcoder.cutOff ? 1 : byte >= 0xF0 ? 4 : 2
    }
  }

  private func lineEnd(from start: Int) -> Int? {
    let bytes = block
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D { return index }
    }
    return nil
  }

  /// Reads the next block; bytes from `kept` on are carried over to its front.
  private func fill(keepingFrom kept: Int? = nil) throws(RunError) {
    let kept = kept ?? block.count
    // A block that the last record still holds would be copied.
    split.bytes = []
    blockOffset += kept
    block.removeFirst(kept)
    cursor = 0
    isAtEnd = try file.read(into: &block, upTo: Self.blockSize) == 0
  }
}
