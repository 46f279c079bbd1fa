package import Basics

/// Cuts a large CSV file into pieces that several readers can read at once, each at a line end
/// that is probably outside quotes.
///
/// Probably, because a stray quote turns inside and outside round. Whoever reads the pieces makes
/// sure: a piece begins rightly where the reader of the piece before it comes to stand between two
/// records there. `CSVReader` knows nothing of what stands before the record it begins with, so
/// that then the records are those of one reader for the whole file.
package struct CSVPieces {
  private let file: InputFile
  private let dialect: CSVDialect
  private let size: Int
  private var block: [UInt8] = []
  private var position = 0
  /// The file offset of the first byte of `block`.
  private var blockOffset: Int
  private var isAtEnd = false

  /// Large enough that opening and joining pieces costs nothing beside reading them.
  package static let usualSize = 4 << 20
  /// How far behind its size a piece may end; beyond it the count of quotes is taken to be wrong.
  private static let patience = 1 << 18

  /// - Parameters:
  ///   - offset: Where the first record begins.
  ///   - size: The length that a piece has at least, unless it is the last.
  package init(_ file: SteadyFile, dialect: CSVDialect, from offset: Int, size: Int = usualSize) {
    self.file = InputFile(file)
    self.dialect = dialect
    self.size = size
    blockOffset = offset
    self.file.seek(to: offset)
  }

  /// The offsets of the next piece; nil at the end of the file.
  package mutating func next() throws(RunError) -> Range<Int>? {
    let start = blockOffset + position
    var line = LineWalk(dialect)
    while blockOffset + position < start + size {
      if position == block.count { try fill() }
      if isAtEnd { return start == blockOffset + position ? nil : start..<(blockOffset + position) }
      let end = min(block.count, start + size - blockOffset)
      skip(to: end, &line)
    }
    // The rest of the line, which may end inside quotes.
    while true {
      if position == block.count { try fill() }
      if isAtEnd { return start..<(blockOffset + position) }
      let byte = block[position]
      position += 1
      let isLate = blockOffset + position > start + size + Self.patience
      if line.endsWithRecord(at: byte), !line.isQuoted || isLate {
        if byte == 0x0D, try isNext(0x0A) { position += 1 }
        return start..<(blockOffset + position)
      }
    }
  }

  /// Goes on to a position of the block. Only where lines may be comments, in which quotes stand
  /// for nothing, each byte is looked at by itself.
  private mutating func skip(to end: Int, _ line: inout LineWalk) {
    if dialect.comment.isEmpty {
      if quotes(in: position..<end) % 2 == 1 { line.isQuoted.toggle() }
      line.isInRecord = ![0x0A, 0x0D].contains(block[end - 1])
    } else {
      for byte in block[position..<end] { _ = line.endsWithRecord(at: byte) }
    }
    position = end
  }

  private func quotes(in range: Range<Int>) -> Int {
    guard let quote = dialect.quote else { return 0 }
    let all = unsafe block.withUnsafeBytes { bytes in
      unsafe UnsafeRawBufferPointer(rebasing: bytes[range]).count(of: quote)
    }
    guard dialect.hasBackslashEscapes else { return all }
    return all
      - range.count {
        block[$0] == quote && $0 > 0 && block[$0 - 1] == UInt8(ascii: "\\")
      }
  }

  private mutating func isNext(_ byte: UInt8) throws(RunError) -> Bool {
    if position == block.count { try fill() }
    return !isAtEnd && block[position] == byte
  }

  private mutating func fill() throws(RunError) {
    blockOffset += block.count
    block.removeAll(keepingCapacity: true)
    position = 0
    isAtEnd = try file.read(into: &block, upTo: 1 << 18) == 0
  }
}
