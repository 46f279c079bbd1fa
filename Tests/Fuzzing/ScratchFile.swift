import Glibc

/// A file that every run overwrites, in the folder for temporary files.
final class ScratchFile {
  let path: String
  private let descriptor: Int32

  init(_ path: String) throws {
    self.path = path
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    check(descriptor >= 0, "\(path) can be written")
  }

  deinit {
    close(descriptor)
  }

  /// Puts bytes over all that stands from an offset on.
  func write(_ bytes: some Collection<UInt8>, at offset: Int = 0) {
    let written = unsafe Array(bytes).withUnsafeBytes {
      unsafe pwrite(descriptor, $0.baseAddress, $0.count, offset)
    }
    check(
      written == bytes.count && ftruncate(descriptor, offset + bytes.count) == 0,
      "\(path) can be written")
  }
}
