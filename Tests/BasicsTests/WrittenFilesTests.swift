import Basics
import Testing
import _TestSupport

/// A digest that was taken while a file was written is that of its bytes, and of no others that stand there later.
struct WrittenFilesTests {
  private func written(_ path: String) -> Digest? {
    WrittenFiles.digest(ofFile: path, by: .xxh3)?.digest
  }

  /// More than one block, and none.
  @Test(arguments: [0, 1, 65_536, 300_000])
  func digestIsThatOfTheBytes(count: Int) throws {
    let path = "\(try Workdir().path)-\(count).csv"
    defer { try? FileSystem.remove(path) }
    let file = try AtomicFile(path: path)
    for _ in 0..<(count / 7) { try file.write("abcdefg") }
    try file.write([UInt8](repeating: 10, count: count % 7))
    #expect(WrittenFiles.digest(ofFile: path, by: .xxh3) == nil)
    try file.commit()
    let found = try #require(WrittenFiles.digest(ofFile: path, by: .xxh3))
    let read = try Digest.Method.xxh3.digest(ofFile: path)
    #expect(found.digest == read.digest && found.bytes == read.bytes && read.bytes == count)
    #expect(WrittenFiles.digest(ofFile: path, by: .sha256) == nil)
  }

  @Test func aFileThatOthersChangedIsRead() throws {
    let workdir = try Workdir()
    let path = "\(workdir.path)/a.csv"
    try AtomicFile.write("one", to: path)
    #expect(written(path) != nil)
    try workdir.write("two", to: "a.csv")
    #expect(written(path) == nil)
    try AtomicFile.write("three", to: path)
    #expect(written(path) != nil)
    try FileSystem.remove(path)
    #expect(written(path) == nil)
  }
}
