/// Cuts a large CSV file into pieces that several readers can read at once, each at a line end
/// that is probably outside quotes.
///
/// Probably, because a stray quote turns inside and outside round. Whoever reads the pieces makes
/// sure: a piece begins rightly where the reader of the piece before it comes to stand between two
/// records there. `CSVReader` knows nothing of what stands before the record it begins with, so
/// that then the records are those of one reader for the whole file.
package struct CSVPieces {
  private let file: InputFile
  private let quote: UInt8?
  private let hasBackslashEscapes: Bool
  private let size: Int
  private var block: [UInt8] = []
  private var position = 0
  /// The file offset of the first byte of `block`.
  private var blockOffset: Int
  private var isAtEnd = false

  /// Large enough that opening and joining pieces costs nothing beside reading them.
  package static let usualSize = 2 << 20
  /// How far behind its size a piece may end; beyond it the count of quotes is taken to be wrong.
  private static let patience = 1 << 18

  /// - Parameters:
  ///   - offset: Where the first record begins.
  ///   - size: The length that a piece has at least, unless it is the last.
  package init(path: String, dialect: CSVDialect, from offset: Int, size: Int = usualSize)
    throws(RunError)
  {
    file = try InputFile(path: path)
    quote = dialect.quote
    hasBackslashEscapes = dialect.hasBackslashEscapes
    self.size = size
    blockOffset = offset
    try file.seek(to: offset)
  }

  /// The offsets of the next piece; nil at the end of the file.
  package mutating func next() throws(RunError) -> Range<Int>? {
    let start = blockOffset + position
    var isQuoted = false
    while blockOffset + position < start + size {
      if position == block.count { try fill() }
      if isAtEnd { return start == blockOffset + position ? nil : start..<(blockOffset + position) }
      let end = min(block.count, start + size - blockOffset)
      if quotes(in: position..<end) % 2 == 1 { isQuoted.toggle() }
      position = end
    }
    // The rest of the line, which may end inside quotes.
    var isInLine = position > 0 && ![0x0A, 0x0D].contains(block[position - 1])
    while true {
      if position == block.count { try fill() }
      if isAtEnd { return start..<(blockOffset + position) }
      let byte = block[position]
      position += 1
      if byte == quote { isQuoted.toggle() }
      let isLineEnd = byte == 0x0A || byte == 0x0D
      let isLate = blockOffset + position > start + size + Self.patience
      if isLineEnd && isInLine && (!isQuoted || isLate) {
        if byte == 0x0D, try isNext(0x0A) { position += 1 }
        return start..<(blockOffset + position)
      }
      // An empty line belongs to the record after it: a piece does not begin behind one.
      isInLine = !isLineEnd
    }
  }

  private func quotes(in range: Range<Int>) -> Int {
    guard let quote else { return 0 }
    let all = unsafe block.withUnsafeBytes { bytes in
      unsafe bytes[range].reduce(0) { $0 &+ ($1 == quote ? 1 : 0) }
    }
    guard hasBackslashEscapes else { return all }
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
