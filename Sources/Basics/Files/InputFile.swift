import Glibc

/// A position in a file that is read in blocks. Several may read one file at once, each at its own.
package final class InputFile {
  private let file: SteadyFile
  private var offset = 0

  package var path: String { file.path }

  package init(_ file: SteadyFile) {
    self.file = file
  }

  /// - Throws: `inputMissing` with the system's reason where the file cannot be opened,
  ///   `dataRejected` where it is a folder, a pipe or the like.
  package convenience init(path: String) throws(RunError) {
    self.init(try SteadyFile(path: path))
  }

  /// Appends up to `limit` bytes to `bytes` and returns how many; 0 at the end of the file.
  ///
  /// - Throws: `dataRejected` where the file ends elsewhere than it did when it was opened.
  package func read(into bytes: inout [UInt8], upTo limit: Int) throws(RunError) -> Int {
    // A small file must not cost a large buffer.
    let limit = min(limit, max(file.size - offset + 1, 4096))
    var count = -1
    bytes.append(addingCapacity: limit) { (free: inout OutputSpan<UInt8>) in
      unsafe free.withUnsafeMutableBufferPointer { buffer, initializedCount in
        repeat {
          count = unsafe pread(file.descriptor, buffer.baseAddress, limit, offset)
        } while count < 0 && errno == EINTR
        initializedCount = max(count, 0)
      }
    }
    guard count >= 0 else {
      throw RunError(
        path: path, id: .file(.noFile), "cannot read the file: \(FileSystem.reason())")
    }
    offset += count
    if count == 0 && offset < file.size && limit > 0 {
      throw file.changed("it had \(file.size) bytes and ends after \(offset) now")
    }
    if count > 0 && offset > file.size {
      throw file.changed("it had \(file.size) bytes and has more now")
    }
    return count
  }

  /// Moves to a byte offset from the start of the file.
  package func seek(to offset: Int) {
    self.offset = offset
  }

  /// Reads a byte range; shorter than asked for only where the file ends before.
  package func bytes(at offset: Int, count: Int) throws(RunError) -> [UInt8] {
    seek(to: offset)
    var bytes: [UInt8] = []
    while bytes.count < count {
      guard try read(into: &bytes, upTo: min(count - bytes.count, 1 << 18)) > 0 else { break }
    }
    return bytes
  }
}
