/// Rewrites `\"` as `""` and `\\` as `\`, so that libcsv, which knows only doubled quotes, reads
/// files of programs that escape with a backslash (MySQL and its kin).
///
/// A backslash before any other byte stays as it is.
struct BackslashEscapes {
  let quote: UInt8
  /// Whether the last piece ended in a backslash whose partner is in the next one.
  private var isOpen = false

  init(quote: UInt8) {
    self.quote = quote
  }

  mutating func restart() {
    isOpen = false
  }

  /// The backslash that still waits for a partner at the end of the file.
  mutating func finish() -> [UInt8] {
    defer { isOpen = false }
    return isOpen ? [UInt8(ascii: "\\")] : []
  }

  mutating func unescaped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if isOpen {
        isOpen = false
        if byte == quote {
          result.append(quote)
        } else if byte != backslash {
          result.append(backslash)
        }
        result.append(byte)
      } else if byte == backslash {
        isOpen = true
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
