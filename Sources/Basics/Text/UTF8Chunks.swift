import CBytes

/// Checks UTF-8 sixteen bytes a step (Unicode 15, table 3-7): what a byte must be depends on the three before it
/// alone, so that a step compares all bytes with those before them at once.
struct UTF8Chunks {
  private static let size = 16
  /// The most bytes of a letter that stand before its last one.
  static let lookBehind = 3

  /// How far the bytes were gone through: to the end of a letter.
  private(set) var end: Int
  /// How many letters of more than one byte were met.
  private(set) var letters = 0

  /// Goes through whole chunks as long as they are well formed.
  ///
  /// - Parameter start: Where a letter begins, at `lookBehind` or later.
  init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    end = start
    guard let first = bytes.baseAddress else { return }
    while end + Self.size <= bytes.count,
      case let found = unsafe cbytes_utf8_letters(first + end), found >= 0
    {
      letters += Int(found)
      end += Self.size
    }
    if end > start { unsafe stepBack(in: bytes) }
  }

  /// Gives a letter back of which only the beginning was met.
  private mutating func stepBack(in bytes: UnsafeRawBufferPointer) {
    for length in 1...Self.lookBehind {
      let byte = unsafe bytes[end - length]
      if byte < 0x80 { return }
      guard byte >= 0xC0 else { continue }
      let whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      if whole > length {
        end -= length
        letters -= 1
      }
      return
    }
  }
}
