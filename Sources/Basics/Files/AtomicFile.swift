import Glibc

/// A file that appears whole or not at all.
///
/// Bytes go to `name.partial` in the same folder; `commit()` flushes them to the disk and renames
/// the file under its name. A file that is dropped without a commit (an error, a full disk) is
/// deleted and leaves what stood there before.
package final class AtomicFile {
  package let path: String
  private let partial: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  /// Of what was written so far.
  private let digest = XXH3()
  private var size = 0
  private static let flushSize = 1 << 16

  package init(path: String) throws(RunError) {
    self.path = path
    partial = "\(path).partial"
    descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw FileSystem.cannotWrite(path, "cannot write the file")
    }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unsafe unlink(partial)
    }
  }

  package func write(_ text: String) throws(RunError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.flushSize { try flush() }
  }

  package func write(_ bytes: [UInt8]) throws(RunError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.flushSize { try flush() }
  }

  package func write(_ bytes: ArraySlice<UInt8>) throws(RunError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.flushSize { try flush() }
  }

  /// Puts the file where it belongs: flush, `fsync(2)`, `rename(2)`.
  package func commit() throws(RunError) {
    try flush()
    var status: Int32 = 0
    repeat { status = fsync(descriptor) } while status != 0 && errno == EINTR
    guard status == 0 else { throw FileSystem.cannotWrite(path, "cannot finish writing the file") }
    // Closed whatever it says, and closed twice it could be another's by then; that a signal came
    // meanwhile (EINTR) says nothing of the bytes, which are on the disk.
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 || errno == EINTR else {
      let error = FileSystem.cannotWrite(path, "cannot finish writing the file")
      unsafe unlink(partial)
      throw error
    }
    guard unsafe rename(partial, path) == 0 else {
      let error = FileSystem.cannotWrite(path, "cannot put the finished file where it belongs")
      unsafe unlink(partial)
      throw error
    }
    WrittenFiles.note(
      path, digest: Digest(method: .xxh3, text: digest.finish()), bytes: size)
  }

  /// Writes a whole file in one step.
  package static func write(_ text: String, to path: String) throws(RunError) {
    let file = try AtomicFile(path: path)
    try file.write(text)
    try file.commit()
  }

  private func flush() throws(RunError) {
    var written = 0
    while written < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { bytes in
        unsafe Glibc.write(
          descriptor, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw FileSystem.cannotWrite(path, "cannot write the file") }
      written += count
    }
    digest.update(buffer)
    size += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}
