import Glibc

/// Checks block by block whether bytes are UTF-8 (Unicode 15, table 3-7), without decoding them.
package struct UTF8Validator: Sendable {
  /// The offset of the first byte that cannot be UTF-8, if one was met.
  package private(set) var firstInvalid: Int?
  /// The number of sequences of more than one byte: evidence that the file is UTF-8 indeed.
  package private(set) var multibyteCount = 0
  /// The number of zero bytes, which no text has, and the offset of the first.
  package private(set) var zeroBytes = 0
  package private(set) var firstZero: Int?
  private var size = 0
  private var offset = 0
  private var missing = 0
  private var sequenceStart = 0
  /// The range the next continuation byte must lie in.
  private var lowest: UInt8 = 0x80
  private var highest: UInt8 = 0xBF

  package init() {}

  package mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe countZeros($0) }
    size += bytes.count
    guard firstInvalid == nil else { return }
    unsafe bytes.withUnsafeBytes { unsafe update($0) }
  }

  private mutating func countZeros(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress, let first = unsafe memchr(start, 0, bytes.count) else {
      return
    }
    firstZero = unsafe firstZero ?? size + (UnsafeRawPointer(first) - start)
    unsafe zeroBytes += bytes.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
  }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var position = 0
    while position < bytes.count {
      if missing == 0 {
        let start = position
        if position >= UTF8Chunks.lookBehind {
          let chunks = unsafe UTF8Chunks(bytes, from: position)
          position = chunks.end
          multibyteCount += chunks.letters
        }
        unsafe position += Self.lettersOfASCII(bytes, position)
        while case let length = unsafe Self.plainLetter(bytes, position), length > 0 {
          multibyteCount += 1
          position += length
        }
        if position > start { continue }
      }
      let byte = unsafe bytes[position]
      if missing == 0 {
        if byte >= 0x80 && !begin(byte, at: offset + position) {
          firstInvalid = offset + position
          return
        }
      } else if byte >= lowest && byte <= highest {
        missing -= 1
        (lowest, highest) = (0x80, 0xBF)
      } else {
        firstInvalid = sequenceStart
        return
      }
      position += 1
    }
    offset += bytes.count
  }

  /// Whether bytes are UTF-8 as a whole.
  package static func accepts(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var validator = UTF8Validator()
    unsafe validator.update(bytes)
    validator.finish()
    return validator.firstInvalid == nil
  }

  /// How many of the next eight bytes are ASCII, up to the first that is not; 0 at the end of the block.
  private static func lettersOfASCII(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Int {
    guard position + 8 <= bytes.count else { return 0 }
    let word = unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    return (UInt64(littleEndian: word) & 0x8080_8080_8080_8080).trailingZeroBitCount / 8
  }

  /// How many bytes a letter of two or three has that begins here, where no bound is special and all
  /// of it is in the block; 0 for anything else, which is then looked at byte by byte.
  private static func plainLetter(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> Int {
    guard position + 3 <= bytes.count else { return 0 }
    let lead = unsafe bytes[position]
    let isNext = unsafe bytes[position + 1] & 0xC0 == 0x80
    if 0xC2...0xDF ~= lead { return isNext ? 2 : 0 }
    let isPlain = 0xE1...0xEC ~= lead || lead == 0xEE || lead == 0xEF
    return unsafe isPlain && isNext && bytes[position + 2] & 0xC0 == 0x80 ? 3 : 0
  }

  /// Ends the input: a sequence that is still open is invalid.
  package mutating func finish() {
    if missing > 0 && firstInvalid == nil { firstInvalid = sequenceStart }
  }

  private mutating func begin(_ byte: UInt8, at start: Int) -> Bool {
    sequenceStart = start
    multibyteCount += 1
    switch byte {
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, lowest) = (2, 0xA0)
    case 0xED: (missing, highest) = (2, 0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, lowest) = (3, 0x90)
    case 0xF1...0xF3: missing = 3
    case 0xF4: (missing, highest) = (3, 0x8F)
    default: return false
    }
    return true
  }
}
