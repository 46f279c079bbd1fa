import Glibc

/// A file that is opened once for all who read it, and must stay as it is until they have.
///
/// Whoever renames another file over it changes nothing for its readers; whoever cuts, overwrites or
/// appends is found out: by a reader that meets the end too early or too late, and by
/// `requireUnchanged()` after the last one.
package final class SteadyFile: Sendable {
  package let path: String
  let descriptor: Int32
  private let before: FileState
  /// Whether the file was changed so shortly before it was opened that its times alone do not prove
  /// that it stayed as it was; its bytes are then to be compared as well.
  package let isRecent: Bool

  /// The size in bytes when the file was opened.
  package var size: Int { before.size }

  /// - Throws: `inputMissing` with the system's reason where the file cannot be opened, and
  ///   `dataRejected` where it is none: reading from a pipe or device might never end.
  package init(path: String) throws(RunError) {
    self.path = path
    var info = stat()
    // Looked at first: to open a device may already do something.
    if unsafe stat(path, &info) == 0 { try Self.requireFile(FileState(info), path) }
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      throw RunError(
        path: path, id: .file(.noFile), "cannot open the file: \(FileSystem.reason())")
    }
    guard unsafe fstat(descriptor, &info) == 0 else {
      let reason = FileSystem.reason()
      Glibc.close(descriptor)
      throw RunError(
        path: path, id: .file(.noFile), "cannot read the file: \(reason)")
    }
    before = FileState(info)
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    isRecent = before.isRecent(at: .init(seconds: now.tv_sec, nanoseconds: now.tv_nsec))
    // The descriptor is closed by deinit, which runs for an initializer that throws here, too.
    try Self.requireFile(before, path)
  }

  deinit {
    Glibc.close(descriptor)
  }

  /// - Throws: `dataRejected` where the file is not as it was when it was opened, or another one
  ///   stands under its name; `inputMissing` where none does.
  package func requireUnchanged() throws(RunError) {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else {
      throw RunError(
        path: path, id: .file(.goneWhileRead),
        "the file went away while it was read (\(FileSystem.reason())), and nothing of it was "
          + "kept. Put it back and run again")
    }
    if let what = before.difference(to: FileState(info)) { throw changed(what) }
    // The name may be a link that led elsewhere and back.
    if unsafe fstat(descriptor, &info) == 0, let what = before.difference(to: FileState(info)) {
      throw changed(what)
    }
  }

  /// Another descriptor of the open file, for a library that closes the one it is given. They share
  /// one position, which nobody here uses.
  package func duplicate() throws(RunError) -> Int32 {
    let duplicate = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard duplicate >= 0 else {
      throw RunError(
        path: path, id: .file(.noFile), "cannot open the file: \(FileSystem.reason())")
    }
    return duplicate
  }

  /// Closes a duplicate that the library did not take.
  package func close(duplicate: Int32) {
    Glibc.close(duplicate)
  }

  /// The error about a file that is another one now than when it was opened.
  ///
  /// - Parameter what: What is known of the change.
  package func changed(_ what: String) -> RunError {
    RunError(
      path: path, id: .file(.changedWhileRead),
      "the file changed while it was read: \(what). Nothing of it was kept. Wait until whoever "
        + "writes it has ended, and run again")
  }

  private static func requireFile(_ state: FileState, _ path: String) throws(RunError) {
    if let problem = FileSystem.refusal(of: state.kind, at: path) {
      throw RunError(.dataRejected, [problem])
    }
  }
}
