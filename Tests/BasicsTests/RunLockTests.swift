import Basics
import Testing
import _TestSupport

struct RunLockTests {
  @Test func secondLockIsRefusedUntilTheFirstIsDropped() throws {
    let workdir = try Workdir()
    let folder = "\(workdir.path)/Output/collection"
    var first: RunLock? = try RunLock(folder: folder)
    let error = #expect(throws: RunError.self) { _ = try RunLock(folder: folder) }
    #expect(error?.kind == .locked)
    #expect(
      error?.description
        == "\(folder)/.lock: error: [locked] another run is working in this folder; this one "
        + "stopped before it changed anything. Wait until the other has ended and run again")
    withExtendedLifetime(first) {}
    first = nil
    _ = try RunLock(folder: folder)
  }

  @Test func lockHoldsAgainstOtherProcesses() throws {
    let workdir = try Workdir()
    func tryToLock() throws -> Int32 {
      try CommandRun(
        "flock", ["--nonblock", "--conflict-exit-code", "9", ".lock", "true"], in: workdir.path
      ).status
    }
    let lock = try RunLock(folder: workdir.path)
    #expect(try withExtendedLifetime(lock) { try tryToLock() } == 9)
  }

  @Test func foldersAreLockedOneByOne() throws {
    let workdir = try Workdir()
    let first = try RunLock(folder: "\(workdir.path)/a")
    let second = try RunLock(folder: "\(workdir.path)/b")
    withExtendedLifetime((first, second)) {}
  }
}
