import Basics
import Testing
import _TestSupport

struct InputFileTests {
  @Test(arguments: [
    (0, 3, "abc"), (2, 2, "cd"), (4, 10, "e"), (5, 1, ""), (9, 1, ""), (1, 0, ""),
  ])
  func byteRanges(offset: Int, count: Int, expected: String) throws {
    let workdir = try Workdir()
    let file = try InputFile(path: try workdir.write("abcde", to: "file"))
    #expect(try file.bytes(at: offset, count: count) == Array(expected.utf8))
  }

  @Test func blocksUpToTheEnd() throws {
    let workdir = try Workdir()
    let file = try InputFile(path: try workdir.write("abcde", to: "file"))
    var bytes: [UInt8] = []
    #expect(try file.read(into: &bytes, upTo: 3) == 3)
    #expect(try file.read(into: &bytes, upTo: 3) == 2)
    #expect(try file.read(into: &bytes, upTo: 3) == 0)
    #expect(bytes == Array("abcde".utf8))
  }

  @Test func folderIsNoFile() throws {
    let workdir = try Workdir()
    let file = try InputFile(path: workdir.path)
    var bytes: [UInt8] = []
    let error = #expect(throws: RunError.self) { _ = try file.read(into: &bytes, upTo: 1) }
    #expect(
      error?.description
        == "\(workdir.path): error: [no-file] cannot read the file: Is a directory")
  }
}
