import Glibc

/// A file open for reading in blocks; closed when it goes out of use.
package final class InputFile {
  package let path: String
  private let descriptor: Int32
  /// The size when the file was opened, and how far it has been read: a small file must not cost
  /// a large buffer.
  private let size: Int
  private var offset = 0

  /// - Throws: `inputMissing` with the system's reason where the file cannot be opened.
  package init(path: String) throws(RunError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw RunError(
        .inputMissing, path: path, rule: "no-file", "cannot open the file: \(FileSystem.reason())")
    }
    var info = stat()
    size = unsafe fstat(descriptor, &info) == 0 ? Int(info.st_size) : 0
  }

  deinit {
    close(descriptor)
  }

  /// Appends up to `limit` bytes to `bytes` and returns how many; 0 at the end of the file.
  package func read(into bytes: inout [UInt8], upTo limit: Int) throws(RunError) -> Int {
    let limit = min(limit, max(size - offset + 1, 4096))
    var count = -1
    bytes.append(addingCapacity: limit) { (free: inout OutputSpan<UInt8>) in
      unsafe free.withUnsafeMutableBufferPointer { buffer, initializedCount in
        repeat {
          count = unsafe Glibc.read(descriptor, buffer.baseAddress, limit)
        } while count < 0 && errno == EINTR
        initializedCount = max(count, 0)
      }
    }
    guard count >= 0 else {
      throw RunError(
        .inputMissing, path: path, rule: "no-file", "cannot read the file: \(FileSystem.reason())")
    }
    offset += count
    return count
  }

  /// Moves to a byte offset from the start of the file.
  package func seek(to offset: Int) throws(RunError) {
    guard lseek(descriptor, offset, SEEK_SET) >= 0 else {
      throw RunError(
        .inputMissing, path: path, rule: "no-file",
        "cannot read the file at byte \(offset): \(FileSystem.reason())")
    }
    self.offset = offset
  }

  /// Reads a byte range; shorter than asked for only where the file ends before.
  package func bytes(at offset: Int, count: Int) throws(RunError) -> [UInt8] {
    try seek(to: offset)
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard try read(into: &bytes, upTo: min(count - bytes.count, 1 << 18)) > 0 else { break }
    }
    return bytes
  }
}
