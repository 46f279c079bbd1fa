import Foundation
import Testing
import _TestSupport

@testable import Interchange

/// `SHA256SUMS` as sha256sum(1) reads it, which has the last word.
struct DigestListTests {
  private func check(_ workdir: Workdir) throws -> CommandRun {
    try CommandRun(
      "sha256sum", ["--check", "--strict", "--quiet", DigestList.fileName], in: workdir.path)
  }

  @Test func sha256sumChecksEveryFile() throws {
    let workdir = try Workdir()
    let names = [
      "a.csv", "b c/é.csv", "back\\slash.csv", "line\nend.csv", "re\rturn.csv", "\\n.csv",
    ]
    for name in names { try workdir.write(name, to: name) }
    try DigestList.write(to: workdir.path, knowing: [], jobs: 2)
    let run = try check(workdir)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(
      try DigestList(in: workdir.path)?.entries.map(\.path).sorted() == names.sorted())
    for name in names {
      try workdir.write("other", to: name)
      #expect(try check(workdir).status == 1, "\(name)")
      try workdir.write(name, to: name)
    }
  }

  /// By printf a | sha256sum.
  @Test func lineIsThatOfSha256sum() throws {
    let workdir = try Workdir()
    try workdir.write("a", to: "x/a.csv")
    try DigestList.write(to: workdir.path, knowing: [], jobs: 1)
    #expect(
      try workdir.read("SHA256SUMS")
        == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  x/a.csv\n")
  }

  /// What is known is not read again, and stands under its name.
  @Test func fileThatIsKnown() throws {
    let workdir = try Workdir()
    for name in ["a.csv", "b.csv", "c.csv"] { try workdir.write("a", to: name) }
    let known = String(repeating: "0", count: 64)
    try DigestList.write(
      to: workdir.path, knowing: [.init(path: "b.csv", bytes: 1, sha256: known)], jobs: 2)
    let read = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    #expect(
      try workdir.read("SHA256SUMS") == "\(read)  a.csv\n\(known)  b.csv\n\(read)  c.csv\n")
  }

  @Test func folderWithoutAList() throws {
    let workdir = try Workdir()
    #expect(try DigestList(in: workdir.path) == nil)
    try workdir.write("\nno line\n", to: "SHA256SUMS")
    #expect(try DigestList(in: workdir.path)?.entries.isEmpty == true)
  }
}
