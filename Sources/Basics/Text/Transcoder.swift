import Glibc

/// Rewrites a file in UTF-8, block by block, through `iconv(3)`.
package enum Transcoder {
  /// - Parameter skipped: Bytes at the start that are left out, such as a byte order mark.
  /// - Returns: nil where all was rewritten, else the offset of the first byte that does not decode.
  package static func transcode(
    _ file: SteadyFile, from encoding: String, skipping skipped: Int, to target: String
  ) throws(RunError) -> Int? {
    let handle = unsafe iconv_open("UTF-8", encoding)
    guard Int(bitPattern: handle) != -1 else {
      throw RunError(
        path: encoding, id: .source(.unknownEncoding),
        "the C library knows no encoding '\(encoding)'; 'iconv --list' prints those it knows")
    }
    defer { unsafe iconv_close(handle) }
    let input = InputFile(file)
    input.seek(to: skipped)
    let output = try AtomicFile(path: target)
    var bytes: [UInt8] = []
    var offset = skipped
    while try input.read(into: &bytes, upTo: 1 << 16) > 0 {
      var converted = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
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
      offset += bytes.count - left
      if reason == EILSEQ { return offset }
      // EINVAL: a sequence goes on in the next block.
      bytes.removeFirst(bytes.count - left)
    }
    guard bytes.isEmpty else { return offset }
    try output.commit()
    return nil
  }
}
