import Glibc

/// Rewrites a file of UTF-16 in UTF-8, block by block, through `iconv(3)`.
///
/// What does not decode is rewritten as bytes that are no UTF-8 either, so that it damages the record
/// that it stands in alone, and so that the positions of all others stay known: half of a pair as
/// the three bytes that UTF-8 would have for its number, the last byte of a file that ends within a
/// character as 0xC0.
package enum Transcoder {
  /// What stands for the last byte of a file that ends within a character.
  package static let cutOff: UInt8 = 0xC0

  /// - Parameters:
  ///   - encoding: `UTF-16LE` or `UTF-16BE`.
  ///   - skipped: Bytes at the start that are left out, such as a byte order mark.
  package static func transcode(
    _ file: SteadyFile, from encoding: String, skipping skipped: Int, to target: String
  ) throws(RunError) {
    let handle = unsafe iconv_open("UTF-8", encoding)
    guard Int(bitPattern: handle) != -1 else {
      throw RunError(
        path: encoding, id: .source(.unknownEncoding),
        "the C library knows no encoding '\(encoding)'; 'iconv --list' prints those it knows")
    }
    defer { unsafe iconv_close(handle) }
    let isBig = encoding.hasSuffix("BE")
    let input = InputFile(file)
    input.seek(to: skipped)
    let output = try AtomicFile(path: target)
    var bytes: [UInt8] = []
    while try input.read(into: &bytes, upTo: 1 << 16) > 0 {
      while true {
        var converted = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
        var left = bytes.count
        var free = converted.count
        var reason: Int32 = 0
        unsafe bytes.withUnsafeMutableBytes { source in
          unsafe converted.withUnsafeMutableBytes { result in
            var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
            var to = unsafe result.baseAddress?.assumingMemoryBound(to: CChar.self)
            if unsafe iconv(handle, &from, &left, &to, &free) == -1 { reason = errno }
          }
        }
        try output.write(converted[..<(converted.count - free)])
        // EINVAL: a sequence goes on in the next block.
        bytes.removeFirst(bytes.count - left)
        guard reason == EILSEQ, bytes.count >= 2 else { break }
        try output.write(half(bytes, isBig))
        bytes.removeFirst(2)
      }
    }
    if bytes.count >= 2 {
      try output.write(half(bytes, isBig))
      bytes.removeFirst(2)
    }
    if !bytes.isEmpty { try output.write([cutOff]) }
    try output.commit()
  }

  /// Half of a pair that stands alone, as UTF-8 would write its number if that were a character.
  private static func half(_ bytes: [UInt8], _ isBig: Bool) -> [UInt8] {
    let unit =
      isBig ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : UInt16(bytes[1]) << 8 | UInt16(bytes[0])
    return [
      0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), 0x80 | UInt8(unit & 0x3F),
    ]
  }

  /// What was rewritten as the bytes that are no UTF-8, in words.
  package static func damage(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count >= 3, bytes.first != cutOff else {
      return "the file ends within a character"
    }
    let rest = Array(bytes.prefix(3))
    let unit = UInt16(rest[0] & 0x0F) << 12 | UInt16(rest[1] & 0x3F) << 6 | UInt16(rest[2] & 0x3F)
    return
      "0x\(String(unit, radix: 16, uppercase: true)), half of a pair that makes one character, "
      + "stands alone"
  }
}
