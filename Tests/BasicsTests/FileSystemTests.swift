import Basics
import Foundation
import Testing
import _TestSupport

struct FileSystemTests {
  @Test(arguments: [
    ("a/b/c", "a/b", "c"), ("a", "", "a"), ("/a", "/", "a"), ("a/b/", "a/b", "b"),
    ("/", "/", "/"), ("100%/é#", "100%", "é#"),
  ])
  func partsOfAPath(path: String, parent: String, name: String) {
    #expect(FileSystem.parent(of: path) == parent)
    #expect(FileSystem.name(of: path) == name)
  }

  @Test func filesBelowAFolderInByteOrder() throws {
    let workdir = try Workdir()
    for name in ["b.csv", "a/z.csv", "a.csv", "a-b.csv", "É.csv", ".hidden", "a/.lock", "B.csv"] {
      try workdir.write("", to: name)
    }
    try FileSystem.createFolder("\(workdir.path)/empty")
    #expect(
      try FileSystem.files(below: workdir.path)
        == ["B.csv", "a-b.csv", "a.csv", "a/z.csv", "b.csv", "É.csv"])
  }

  @Test func entriesOfAMissingFolder() throws {
    let workdir = try Workdir()
    let path = "\(workdir.path)/none"
    let error = #expect(throws: RunError.self) { _ = try FileSystem.entries(of: path) }
    #expect(error?.kind == .inputMissing)
    #expect(
      error?.description
        == "\(path): error: [no-folder] cannot read the folder: No such file or directory")
  }

  @Test func nameThatIsNotUTF8() throws {
    let workdir = try Workdir()
    let run = try CommandRun(
      "python3", ["-c", "open(b'caf\\xe9.csv', 'w')"], in: workdir.path)
    try #require(run.status == 0, "\(run.error)")
    let error = #expect(throws: RunError.self) { _ = try FileSystem.files(below: workdir.path) }
    #expect(error?.kind == .dataRejected)
    #expect(
      error?.description
        == "\(workdir.path): error: [file-name] a file here has a name that is not UTF-8. Rename it"
    )
  }

  @Test func foldersAreCreatedWithThoseAbove() throws {
    let workdir = try Workdir()
    try FileSystem.createFolder("\(workdir.path)/a/b/c")
    try FileSystem.createFolder("\(workdir.path)/a/b/c")
    #expect(FileSystem.isFolder("\(workdir.path)/a/b/c"))
  }

  @Test func folderWhereAFileStands() throws {
    let workdir = try Workdir()
    let path = try workdir.write("", to: "file")
    let error = #expect(throws: RunError.self) { try FileSystem.createFolder("\(path)/below") }
    #expect(error?.kind == .cannotWrite)
  }

  @Test func removeDeletesAllButWhatALinkPointsAt() throws {
    let workdir = try Workdir()
    try workdir.write("kept", to: "kept/file")
    try workdir.write("", to: "old/a/b")
    let link = try CommandRun("ln", ["-s", "../kept", "old/link"], in: workdir.path)
    try #require(link.status == 0)
    try FileSystem.remove("\(workdir.path)/old")
    try FileSystem.remove("\(workdir.path)/none")
    #expect(!workdir.exists("old"))
    #expect(try workdir.read("kept/file") == "kept")
  }

  @Test func realPathOfWhatIsThereAndOfWhatIsNot() throws {
    let workdir = try Workdir()
    let root = FileSystem.realPath(workdir.path)
    try workdir.write("", to: "kept/file")
    _ = try CommandRun("ln", ["-s", "kept", "link"], in: workdir.path)
    for (path, expected) in [
      ("link/file", "kept/file"), ("link/new/../x", "kept/x"), ("link/./a/b/", "kept/a/b"),
      ("kept/../link", "kept"), ("none/../kept", "kept"),
    ] {
      #expect(FileSystem.realPath("\(workdir.path)/\(path)") == "\(root)/\(expected)", "\(path)")
    }
    #expect(FileSystem.isPath("/a/b", below: "/a") && !FileSystem.isPath("/ab", below: "/a"))
    #expect(!FileSystem.isPath("/a", below: "/a") && FileSystem.isPath("/a", below: "/"))
  }

  @Test func textOfADefinitionFile() throws {
    let workdir = try Workdir()
    #expect(try FileSystem.text(of: try workdir.write("\u{FEFF}é\r\n", to: "a.yaml")) == "é\r\n")
    let path = try workdir.write(Data("a: b\nc: caf".utf8) + [0xE9, 0x0A], to: "b.yaml")
    let error = #expect(throws: RunError.self) { _ = try FileSystem.text(of: path) }
    #expect(
      error?.description
        == "\(path):2: error: [not-utf-8] byte 11 is not UTF-8; definition files are UTF-8. "
        + "Save the file again as UTF-8")
    #expect(error?.kind == .badDefinition)
  }
}
