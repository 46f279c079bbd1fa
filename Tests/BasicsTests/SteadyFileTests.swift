@testable import Basics
import Foundation
import Testing
import _TestSupport

struct SteadyFileTests {
  @Test func severalReadersEachAtTheirOwnOffset() throws {
    let workdir = try Workdir()
    let file = try SteadyFile(path: try workdir.write("abcdef", to: "file"))
    let (first, second) = (InputFile(file), InputFile(file))
    #expect(try first.bytes(at: 0, count: 3) == Array("abc".utf8))
    #expect(try second.bytes(at: 4, count: 9) == Array("ef".utf8))
    var bytes: [UInt8] = []
    #expect(try first.read(into: &bytes, upTo: 2) == 2)
    #expect(bytes == Array("de".utf8))
    try file.requireUnchanged()
  }

  /// The readers go on with the file that was opened, whatever is put there later.
  @Test func fileThatIsReplacedIsReadToItsEnd() throws {
    let workdir = try Workdir()
    let path = try workdir.write("abc", to: "file")
    let file = try SteadyFile(path: path)
    try workdir.write("another", to: "new")
    #expect(unsafe rename("\(workdir.path)/new", path) == 0)
    #expect(try InputFile(file).bytes(at: 0, count: 9) == Array("abc".utf8))
    let error = #expect(throws: RunError.self) { try file.requireUnchanged() }
    #expect(
      error?.description
        == "\(path): error: [changed-while-read] the file changed while it was read: another file "
        + "stands there now. Nothing of it was kept. Wait until whoever writes it has ended, "
        + "and run again")
  }

  @Test(arguments: [("ab", "ends after 2 now"), ("abcdef", "has more now")])
  func readerMeetsTheEndElsewhere(text: String, words: String) throws {
    let workdir = try Workdir()
    let path = try workdir.write("abcd", to: "file")
    let input = InputFile(try SteadyFile(path: path))
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.write(contentsOf: Data(text.utf8))
    try handle.truncate(atOffset: UInt64(text.utf8.count))
    let error = #expect(throws: RunError.self) { _ = try input.bytes(at: 0, count: 9) }
    #expect(error?.kind == .dataRejected)
    #expect(error?.problems.first?.message.contains("it had 4 bytes and \(words)") == true)
  }

  /// A link that leads to another file and back again: the file that was read was not written to.
  @Test func linkThatComesBackChangesNothing() throws {
    let workdir = try Workdir()
    try workdir.write("abc", to: "a")
    try workdir.write("def", to: "b")
    let link = "\(workdir.path)/link"
    func lead(to name: String) throws {
      _ = unsafe unlink(link)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: name)
    }
    try lead(to: "a")
    let file = try SteadyFile(path: link)
    try lead(to: "b")
    #expect(try InputFile(file).bytes(at: 0, count: 3) == Array("abc".utf8))
    #expect(throws: RunError.self) { try file.requireUnchanged() }
    try lead(to: "a")
    try file.requireUnchanged()
  }

  private static func state(
    number: UInt64 = 1, size: Int = 9, modified: Int = 1, changed: Int = 1, fraction: Int = 0
  ) -> FileState {
    var info = stat()
    info.st_mode = S_IFREG
    info.st_ino = UInt(number)
    info.st_size = size
    info.st_mtim = timespec(tv_sec: modified, tv_nsec: 0)
    info.st_ctim = timespec(tv_sec: changed, tv_nsec: fraction)
    return FileState(info)
  }

  @Test(arguments: [
    (state(), nil), (state(number: 2), "another file stands there now"),
    (state(size: 8), "it had 9 bytes and has 8 now"),
    (state(modified: 2), "it still has 9 bytes, but was written, renamed or given other rights"),
    (state(fraction: 1), "it still has 9 bytes, but was written, renamed or given other rights"),
  ])
  func difference(after: FileState, words: String?) {
    #expect(Self.state().difference(to: after) == words)
  }

  /// A file that was just written, or by a clock ahead of ours, is compared by its bytes, too.
  @Test(arguments: [(1000, true), (999, true), (941, true), (940, false), (0, false), (9999, true)])
  func recent(changed: Int, expected: Bool) {
    let state = Self.state(changed: changed)
    #expect(state.isRecent(at: .init(seconds: 1000, nanoseconds: 0)) == expected)
  }
}
