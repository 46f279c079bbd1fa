import Glibc

/// What the system tells of a file: which one it is, its size and its times.
///
/// Two equal states, one before and one after reading, say that nobody wrote to the file between
/// them: each write, cut or rename sets the time of change, which no program can set back.
struct FileState: Sendable, Equatable {
  /// Seconds and nanoseconds since 1970.
  struct Time: Sendable, Equatable {
    let seconds: Int
    let nanoseconds: Int
  }

  let kind: FileKind
  let device: UInt
  let number: UInt
  let size: Int
  let modified: Time
  let changed: Time

  init(_ info: stat) {
    kind = FileKind(mode: info.st_mode)
    device = UInt(info.st_dev)
    number = UInt(info.st_ino)
    size = Int(info.st_size)
    modified = Time(seconds: info.st_mtim.tv_sec, nanoseconds: info.st_mtim.tv_nsec)
    changed = Time(seconds: info.st_ctim.tv_sec, nanoseconds: info.st_ctim.tv_nsec)
  }

  /// What became of a file that had this state; nil where nothing did.
  func difference(to after: FileState) -> String? {
    if device != after.device || number != after.number {
      return "another file stands there now"
    }
    if size != after.size { return "it had \(size) bytes and has \(after.size) now" }
    if modified != after.modified || changed != after.changed {
      return "it still has \(size) bytes, but was written, renamed or given other rights"
    }
    return nil
  }

  /// Whether the last change may be too near for the times to tell the next one from it: file
  /// systems keep times in steps of up to two seconds, another machine's clock may be wrong, and a
  /// page that is mapped into a writer's memory shows its time up to half a minute late.
  func isRecent(at now: Time) -> Bool {
    changed.seconds > now.seconds - 60
  }
}
