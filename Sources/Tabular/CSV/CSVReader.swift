/// Where a record stands in its file.
package struct RecordPlace: Sendable, Equatable {
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

/// Reads a CSV file record by record through libcsv, in blocks, with the place of each record.
///
/// Lines are handed to libcsv one by one, so that a record's end is known to the byte, which
/// libcsv itself does not tell. LF, CRLF and CR alone end a line; empty lines are no records.
///
/// A record that libcsv refuses, or whose quote stays open, is **damaged**: the damage is
/// limited to its first physical line, and reading goes on with the line after it.
package final class CSVReader {
  /// Why a record could not be read.
  package enum Damage: String, Sendable {
    case strayQuote = "stray-quote"
    case openQuote = "open-quote"

    package var message: String {
      switch self {
      case .strayQuote:
        "a quote stands inside a cell or is followed by text; "
          + "expected cells with quotes to be quoted as a whole, with each inner quote doubled"
      case .openQuote:
        "a quote is opened and never closed; expected a closing quote before a separator "
          + "or the end of the line"
      }
    }
  }

  /// A record longer than this has an unclosed quote rather than a very long answer.
  package static let longestRecord = 8 << 20

  package private(set) var place = RecordPlace()
  package private(set) var damage: Damage?
  package var record: RecordBuffer { parser.record }

  private let file: InputFile
  private let parser: CSVParser
  private var block: [UInt8] = []
  private var position = 0
  /// The file offset of the first byte of `block`.
  private var blockOffset = 0
  private var isAtEnd = false
  private var nextLine = 1
  private static let blockSize = 1 << 18

  package init(path: String, dialect: CSVDialect = .canonical, from offset: Int = 0)
    throws(RunError)
  {
    file = try InputFile(path: path)
    parser = CSVParser(dialect: dialect)
    if offset > 0 {
      try file.seek(to: offset)
      blockOffset = offset
    } else {
      try fill()
      if block.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }
  }

  /// Reads the next record, good or damaged; false at the end of the file.
  package func next() throws(RunError) -> Bool {
    parser.beginRecord()
    damage = nil
    place = RecordPlace(line: nextLine, offset: blockOffset + position, length: 0)
    var firstLineLength: Int?
    var length = 0
    while let piece = try nextPiece() {
      let accepted = parser.parse(block, piece.range)
      length += piece.range.count
      if piece.endsLine {
        nextLine += 1
        firstLineLength = firstLineLength ?? length
      }
      if !accepted { return try contain(.strayQuote, firstLineLength) }
      if parser.isComplete {
        place.length = length
        return true
      }
      if parser.isBetweenRecords && piece.endsLine {
        place = RecordPlace(line: nextLine, offset: blockOffset + position, length: 0)
        firstLineLength = nil
        length = 0
      }
      if length > Self.longestRecord { return try contain(.openQuote, firstLineLength) }
    }
    guard length > 0 else { return false }
    guard parser.finish() else { return try contain(.openQuote, firstLineLength ?? length) }
    place.length = length
    return parser.isComplete
  }

  /// Ends a damaged record after its first line and goes back to the line after it.
  private func contain(_ damage: Damage, _ firstLineLength: Int?) throws(RunError) -> Bool {
    self.damage = damage
    parser.restart()
    if let firstLineLength {
      place.length = firstLineLength
    } else {
      // The line is longer than what has been read of it: find its end first.
      try seek(to: place.offset)
      var length = 0
      while let piece = try nextPiece() {
        length += piece.range.count
        if piece.endsLine { break }
      }
      place.length = length
    }
    try seek(to: place.offset + place.length)
    nextLine = place.line + 1
    return true
  }

  private func seek(to offset: Int) throws(RunError) {
    try file.seek(to: offset)
    block.removeAll(keepingCapacity: true)
    position = 0
    blockOffset = offset
    isAtEnd = false
  }

  /// Takes the bytes up to and with the next line end, or as many of them as the block holds.
  private func nextPiece() throws(RunError) -> (range: Range<Int>, endsLine: Bool)? {
    if position >= block.count {
      try fill()
      if block.isEmpty { return nil }
    }
    let start = position
    var end = lineEnd(from: start)
    if let found = end, block[found] == 0x0D, found + 1 == block.count, !isAtEnd {
      // A CR at the very end of the block: its LF, if any, is in the next one.
      try fill(keepingFrom: start)
      return try nextPiece()
    }
    if let found = end, block[found] == 0x0D, found + 1 < block.count, block[found + 1] == 0x0A {
      end = found + 1
    }
    position = end.map { $0 + 1 } ?? block.count
    return (start..<position, end != nil)
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
    blockOffset += kept
    block.removeFirst(kept)
    position = 0
    isAtEnd = try file.read(into: &block, upTo: Self.blockSize) == 0
  }
}
