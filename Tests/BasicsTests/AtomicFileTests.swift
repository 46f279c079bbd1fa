import Basics
import Testing
import _TestSupport

struct AtomicFileTests {
  @Test func uncommittedLeavesTheOldFile() throws {
    let workdir = try Workdir()
    let path = try workdir.write("old", to: "file.txt")
    do {
      let file = try AtomicFile(path: path)
      // More than is held back in memory.
      try file.write(String(repeating: "new", count: 100_000))
      #expect(workdir.exists("file.txt.partial"))
    }
    #expect(try workdir.read("file.txt") == "old")
    #expect(!workdir.exists("file.txt.partial"))
  }

  @Test func committedTakesThePlaceWhole() throws {
    let workdir = try Workdir()
    let path = try workdir.write("old and longer", to: "file.txt")
    let file = try AtomicFile(path: path)
    try file.write("né")
    try file.write([0x0D, 0x0A])
    #expect(try workdir.read("file.txt") == "old and longer")
    try file.commit()
    #expect(try FileSystem.bytes(of: path) == Array("né\r\n".utf8))
    #expect(try FileSystem.entries(of: workdir.path) == ["file.txt"])
  }

  @Test func writingInOneStep() throws {
    let workdir = try Workdir()
    try AtomicFile.write("text\n", to: "\(workdir.path)/file.txt")
    #expect(try workdir.read("file.txt") == "text\n")
  }

  @Test func folderThatDoesNotExist() throws {
    let workdir = try Workdir()
    let path = "\(workdir.path)/none/file.txt"
    let error = #expect(throws: RunError.self) { try AtomicFile.write("text", to: path) }
    #expect(error?.kind == .cannotWrite)
    #expect(
      error?.description
        == "\(path): error: [cannot-write] cannot write the file: No such file or directory")
  }

  /// `/dev/full` answers every write as a full disk does.
  @Test func fullDiskLeavesTheOldFile() throws {
    let workdir = try Workdir()
    let path = try workdir.write("old", to: "file.txt")
    let link = try CommandRun("ln", ["-s", "/dev/full", "file.txt.partial"], in: workdir.path)
    try #require(link.status == 0)
    let error = #expect(throws: RunError.self) { try AtomicFile.write("new", to: path) }
    #expect(
      error?.description
        == "\(path): error: [cannot-write] cannot write the file: No space left on device")
    #expect(try workdir.read("file.txt") == "old")
  }
}
