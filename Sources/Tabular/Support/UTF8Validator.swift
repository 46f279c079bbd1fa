/// Checks block by block whether bytes are UTF-8 (Unicode 15, table 3-7), without decoding them.
package struct UTF8Validator: Sendable {
  /// The offset of the first byte that cannot be UTF-8, if one was met.
  package private(set) var firstInvalid: Int?
  /// The number of sequences of more than one byte: evidence that the file is UTF-8 indeed.
  package private(set) var multibyteCount = 0
  private var offset = 0
  private var missing = 0
  private var sequenceStart = 0
  /// The range the next continuation byte must lie in.
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF

  package init() {}

  package mutating func update(_ bytes: [UInt8]) {
    guard firstInvalid == nil else { return }
    for byte in bytes {
      if missing == 0 {
        if byte >= 0x80 && !begin(byte) {
          firstInvalid = offset
          return
        }
      } else if allowed.contains(byte) {
        missing -= 1
        allowed = 0x80...0xBF
      } else {
        firstInvalid = sequenceStart
        return
      }
      offset += 1
    }
  }

  /// Ends the input: a sequence that is still open is invalid.
  package mutating func finish() {
    if missing > 0 && firstInvalid == nil { firstInvalid = sequenceStart }
  }

  private mutating func begin(_ byte: UInt8) -> Bool {
    sequenceStart = offset
    multibyteCount += 1
    switch byte {
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, allowed) = (2, 0xA0...0xBF)
    case 0xED: (missing, allowed) = (2, 0x80...0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, allowed) = (3, 0x90...0xBF)
    case 0xF1...0xF3: missing = 3
    case 0xF4: (missing, allowed) = (3, 0x80...0x8F)
    default: return false
    }
    return true
  }
}
