import Glibc

/// The lock that one run holds on a collection's output folder, until it is dropped.
package final class RunLock {
  private let descriptor: Int32

  /// - Throws: `locked` where another process holds the lock (`flock(2)`).
  package init(folder: String) throws(RunError) {
    try FileSystem.createFolder(folder)
    let path = "\(folder)/.lock"
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileSystem.cannotWrite(path, "cannot open the lock file") }
    // The descriptor is closed by deinit, which runs for an initializer that throws here too: closed
    // twice, it could be another thread's by then.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw RunError(
        .locked, path: path, rule: "locked",
        "another run is working in this folder; this one stopped before it changed anything. "
          + "Wait until the other has ended and run again")
    }
  }

  deinit {
    // A child of another thread that has not begun its program yet has the descriptor too; closing
    // ours alone would leave the lock to it.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
