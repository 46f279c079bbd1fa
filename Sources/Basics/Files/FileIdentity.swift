import Glibc

/// What tells whether a file is the one that it was, without reading it: where it lies, its size, and
/// when its contents and its entry last changed.
package struct FileIdentity: Equatable {
  package let text: String
  /// For how many nanoseconds it has been as it is; no program can set the time that tells.
  package let age: Int

  /// Nil where there is no such file.
  package init?(of path: String) {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else { return nil }
    let contents = Self.nanoseconds(info.st_mtim)
    let entry = Self.nanoseconds(info.st_ctim)
    text = "\(info.st_dev) \(info.st_ino) \(info.st_size) \(contents) \(entry)"
    var now = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 else { return nil }
    age = Self.nanoseconds(now) - entry
  }

  package static func == (left: FileIdentity, right: FileIdentity) -> Bool {
    left.text == right.text
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
