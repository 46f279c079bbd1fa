import Glibc

/// The lock that one run holds on a collection's output folder, until it is dropped.
///
/// A run of several programs holds it in a descriptor that its programs inherit, and names that in
/// `RAPPORTEUR_LOCKS`. A program that finds it there goes on, and leaves the lock to its caller. The
/// word `none` says that the file system has no locks, and that the caller has told so.
package final class RunLock {
  /// The variable with the numbers of the descriptors, split by blanks, or `none`.
  package static let variable = "RAPPORTEUR_LOCKS"

  private let descriptor: Int32
  private let isCallers: Bool

  /// - Throws: `locked` where another process holds the lock (`flock(2)`).
  package init(folder: String) throws(RunError) {
    try FileSystem.createFolder(folder)
    let path = "\(folder)/.lock"
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileSystem.cannotWrite(path, "cannot open the lock file") }
    // The descriptor is closed by deinit, which runs for an initializer that throws here too: closed
    // twice, it could be another thread's by then.
    isCallers = Self.isHeld(descriptor)
    guard !isCallers else { return }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      guard errno != EWOULDBLOCK else {
        throw RunError(
          path: path, id: .file(.locked),
          "another run is working in this folder; this one stopped before it changed anything. "
            + "Wait until the other has ended and run again")
      }
      Self.warn(path, FileSystem.reason())
      return
    }
    if !Self.keepsOthersOut(path) { Self.warn(path, "it locks one file for two at once") }
  }

  /// Whether a second lock is refused; some file systems of the network grant every one.
  private static func keepsOthersOut(_ path: String) -> Bool {
    let other = unsafe open(path, O_RDWR | O_CLOEXEC)
    guard other >= 0 else { return true }
    defer { close(other) }
    return flock(other, LOCK_EX | LOCK_NB) != 0
  }

  /// Says that nothing keeps two runs apart, once for the run of several programs.
  private static func warn(_ path: String, _ reason: String) {
    guard words != ["none"] else { return }
    StandardError.warn(
      .init(
        path: path, id: .file(.noLocks),
        message:
          "this file system has no locks that work (\(reason)), so that nothing keeps two runs "
          + "apart; this one goes on. See to it that no other run works on the collection meanwhile"
      ))
  }

  private static var words: [Substring] {
    unsafe getenv(variable).map { unsafe String(cString: $0) }?.split(separator: " ") ?? []
  }

  deinit {
    // A child of another thread that has not begun its program yet has the descriptor too; closing
    // ours alone would leave the lock to it.
    if !isCallers { flock(descriptor, LOCK_UN) }
    close(descriptor)
  }

  /// Whether the caller handed a descriptor on that holds the lock of the file that is open.
  ///
  /// The variable is no proof, the descriptor is: on one that holds the lock `flock(2)` succeeds once
  /// more, on any other of the same file it does not while somebody else holds it.
  private static func isHeld(_ descriptor: Int32) -> Bool {
    var file = stat()
    guard unsafe fstat(descriptor, &file) == 0 else { return false }
    return words.compactMap { Int32($0) }.contains { other in
      var info = stat()
      return unsafe other != descriptor && fstat(other, &info) == 0 && info.st_dev == file.st_dev
        && info.st_ino == file.st_ino && flock(other, LOCK_EX | LOCK_NB) == 0
    }
  }
}
