import Glibc

/// Turns the bytes of a source into text through glibc's `iconv(3)`, refusing what does not decode.
///
/// No replacement character is ever put in: a byte that the encoding does not define is an error
/// with its offset, never a guess.
@safe package final class TextDecoder {
  package let encoding: String
  private let handle: iconv_t?

  /// - Throws: `badDefinition` where the C library has no such encoding.
  package init(encoding: String) throws(RunError) {
    self.encoding = encoding
    if Self.isUTF8(encoding) {
      unsafe handle = nil
      return
    }
    let opened = unsafe iconv_open("UTF-8", encoding)
    guard Int(bitPattern: opened) != -1 else {
      throw RunError(
        path: encoding, id: .source(.unknownEncoding),
        "the C library knows no encoding '\(encoding)'; 'iconv --list' prints those it knows")
    }
    unsafe handle = opened
  }

  deinit {
    if let handle = unsafe handle { unsafe iconv_close(handle) }
  }

  /// Whether every byte of ASCII stands for itself, so that such a cell need not be converted.
  private lazy var isASCII = keeps(Array(0x20...0x7E))

  /// Whether letters, digits and separators stand for themselves; Shift-JIS has a yen sign in the
  /// place of the backslash, which separates nothing.
  package var keepsSeparators: Bool {
    keeps(Array(0x20...0x5B) + Array(0x5D...0x7D))
  }

  private func keeps(_ bytes: [UInt8]) -> Bool {
    convert(bytes).text == String(validating: bytes, as: UTF8.self)
  }

  /// Decodes a cell, or returns nil where a byte is not of this encoding.
  package func decode(_ bytes: [UInt8]) -> String? {
    if isASCII && bytes.allSatisfy({ $0 < 0x80 }) {
      return String(validating: bytes, as: UTF8.self)
    }
    return convert(bytes).text
  }

  /// A cell in UTF-8, or nil where a byte is not of this encoding.
  package func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    decode(bytes).map { Array($0.utf8) }
  }

  /// The text of a cell where all of it decodes, and how many bytes of it do.
  private func convert(_ bytes: [UInt8]) -> (text: String?, valid: Int) {
    guard let handle = unsafe handle else {
      let text = String(validating: bytes, as: UTF8.self)
      return (text, text == nil ? Self.validUTF8Prefix(of: bytes) : bytes.count)
    }
    // Four bytes of UTF-8 hold whatever one byte of a legacy encoding stands for.
    var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    var input = bytes.map(CChar.init(bitPattern:))
    var inputLeft = input.count
    var outputLeft = output.count
    let converted = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBytes { target in
        var from = source.baseAddress
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = unsafe iconv(handle, nil, nil, nil, nil)
        let count = unsafe iconv(handle, &from, &inputLeft, &to, &outputLeft)
        // Encodings with combining letters hold the last one back until they are asked for it.
        let rest = unsafe iconv(handle, nil, nil, &to, &outputLeft)
        return min(count, rest)
      }
    }
    // An error leaves the input at the byte, see iconv(3).
    let valid = bytes.count - inputLeft
    guard converted != -1, inputLeft == 0 else { return (nil, valid) }
    return (String(validating: output[..<(output.count - outputLeft)], as: UTF8.self), valid)
  }

  /// The number of bytes of the cell before the first that does not decode.
  package func validPrefix(of bytes: [UInt8]) -> Int {
    convert(bytes).valid
  }

  package static func isUTF8(_ encoding: String) -> Bool {
    ["UTF-8", "UTF8"].contains(encoding.uppercased())
  }

  /// The length of the longest prefix that is UTF-8.
  package static func validUTF8Prefix(of bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var length = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): length += UTF8.width(scalar)
      case .emptyInput, .error: return length
      }
    }
  }
}
