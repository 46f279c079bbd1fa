import Glibc

/// What tells whether a file is the one that it was, without reading it: where it lies, its size, and
/// when its contents and its entry last changed.
package struct FileIdentity: Equatable, Sendable {
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

  /// The inode of what a path leads to; nil where nothing is there. A folder keeps it when it is renamed.
  static func number(of path: String) -> UInt? {
    var info = stat()
    return unsafe stat(path, &info) == 0 ? UInt(info.st_ino) : nil
  }

  /// Whether the contents or entry of a file changed after those of another; yes where that cannot be told.
  package static func isChanged(_ path: String, after other: String) -> Bool {
    var (info, list) = (stat(), stat())
    guard unsafe lstat(path, &info) == 0, unsafe stat(other, &list) == 0 else { return true }
    return nanoseconds(info.st_ctim) > nanoseconds(list.st_ctim)
  }

  package static func == (left: FileIdentity, right: FileIdentity) -> Bool {
    left.text == right.text
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
