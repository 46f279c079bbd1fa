import Basics
import CZlib

/// Gzip files (RFC 1952) through zlib, which holds the text against its length and CRC-32.
enum Gzip {
  private static let blockSize = 1 << 18

  /// - Throws: `dataRejected` with zlib's reason where the file is cut off or damaged.
  static func expand(_ file: SteadyFile, to output: UnpackedFile) throws(RunError) {
    let path = file.path
    let input = InputFile(file)
    var stream = unsafe z_stream()
    // 15: the largest window; 16: gzip alone, no bare zlib stream.
    guard
      unsafe inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { throw damaged(path, "zlib cannot start") }
    defer { unsafe inflateEnd(&stream) }
    var block: [UInt8] = []
    var text = [UInt8](repeating: 0, count: blockSize)
    var isWhole = false
    while try input.read(into: &block, upTo: blockSize) > 0 {
      var position = 0
      var isFull = false
      while position < block.count || (isFull && !isWhole) {
        if isWhole {
          // Members may follow one another; zeroes after the last are padding.
          if block[position] == 0 {
            position += 1
            continue
          }
          unsafe inflateReset(&stream)
          isWhole = false
        }
        let step = unsafe inflate(&stream, block[position...], into: &text)
        position += step.consumed
        isFull = step.produced == text.count
        try output.write(text[..<step.produced])
        switch step.status {
        case Z_STREAM_END: isWhole = true
        case Z_OK, Z_BUF_ERROR: break
        default:
          throw damaged(path, unsafe stream.msg.map { unsafe String(cString: $0) } ?? "bad data")
        }
      }
      block.removeAll(keepingCapacity: true)
    }
    guard isWhole else { throw damaged(path, "the file is cut off") }
    try output.commit()
  }

  /// Expands as much as fits; zlib may hold text back where all of it was filled.
  private static func inflate(
    _ stream: inout z_stream, _ bytes: ArraySlice<UInt8>, into text: inout [UInt8]
  ) -> (status: Int32, consumed: Int, produced: Int) {
    unsafe bytes.withUnsafeBufferPointer { source in
      unsafe text.withUnsafeMutableBufferPointer { result in
        unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = result.baseAddress
        unsafe stream.avail_out = UInt32(result.count)
        let status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
        return unsafe (
          status, source.count - Int(stream.avail_in), result.count - Int(stream.avail_out)
        )
      }
    }
  }

  private static func damaged(_ path: String, _ reason: String) -> RunError {
    Container.damaged(
      path, id: .container(.damagedContainer),
      message:
        "the gzip file is damaged (\(reason)); nothing of it is read. Fetch or export it again")
  }
}
