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

  /// Reading from them might never end, or be the work of whoever opens them.
  @Test(arguments: [
    ("folder", "a folder"), ("pipe", "a named pipe (FIFO)"), ("socket", "a socket"),
    ("to-folder", "a link to a folder"), ("to-pipe", "a link to a named pipe (FIFO)"),
    ("to-socket", "a link to a socket"), ("to-device", "a link to a device"),
  ])
  func whatIsNoFile(name: String, words: String) throws {
    let workdir = try Workdir()
    let made = try CommandRun(
      "bash",
      [
        "-c",
        """
        mkdir folder && mkfifo pipe && ln -s folder to-folder && ln -s pipe to-pipe \
          && ln -s socket to-socket && ln -s /dev/zero to-device && python3 -c '
        import socket
        socket.socket(socket.AF_UNIX).bind("socket")'
        """,
      ], in: workdir.path)
    try #require(made.status == 0, "\(made.error)")
    let path = "\(workdir.path)/\(name)"
    let error = #expect(throws: RunError.self) { _ = try InputFile(path: path) }
    #expect(error?.kind == .dataRejected)
    #expect(
      error?.description == "\(path): error: [not-a-file] this is \(words); expected a file. "
        + "Put the file itself there")
  }

  @Test func fileThatIsNotThere() throws {
    let workdir = try Workdir()
    let path = "\(workdir.path)/none"
    let error = #expect(throws: RunError.self) { _ = try InputFile(path: path) }
    #expect(error?.kind == .inputMissing)
    #expect(
      error?.description
        == "\(path): error: [no-file] cannot open the file: No such file or directory")
  }
}
