import Foundation
import Testing
import _TestSupport

@testable import Basics

/// What stands in the folders, whatever happens while folders change.
struct FolderSwapTests {
  private let workdir: Workdir

  init() throws {
    workdir = try Workdir()
  }

  private func path(_ name: String) -> String { "\(workdir.path)/\(name)" }

  private func files() throws -> [String: String] {
    var texts: [String: String] = [:]
    for name in try FileSystem.tree(below: workdir.path, withHidden: true).files {
      texts[name] = try workdir.read(name)
    }
    return texts
  }

  @Test func finishedFolderReplacesTheFormerWhole() throws {
    try workdir.write("old", to: "a/file")
    try workdir.write("old", to: "a/only-old/file")
    try workdir.write("new", to: "a.partial/file")
    try FolderSwap(into: [path("a")]).run()
    #expect(try workdir.read("a/file") == "new")
    #expect(!workdir.exists("a/only-old"))
    #expect(!workdir.exists(".swap"))
  }

  @Test func finishedFolderTakesAPlaceWhereNothingStands() throws {
    try workdir.write("new", to: "a.partial/file")
    try FolderSwap(into: [path("a")]).run()
    #expect(try files() == ["a/file": "new"])
  }

  @Test func severalChangeTogetherAndOneGoes() throws {
    for name in ["a", "b", "c"] { try workdir.write("old", to: "\(name)/file") }
    for name in ["a", "b"] { try workdir.write("new", to: "\(name).partial/file") }
    try FolderSwap(into: [path("a"), path("b")], emptying: [path("c"), path("none")]).run()
    #expect(
      try files() == [
        "a/file": "new", "b/file": "new", "a.partial/file": "old", "b.partial/file": "old",
        "c.partial.old/file": "old",
      ])
  }

  /// The second cannot be put in path: a folder of its own name under the one that stands there would
  /// have to be replaced, and nothing is exchanged with a file that is missing.
  @Test func neitherChangesWhereOneCannot() throws {
    for name in ["a", "b"] {
      try workdir.write("old", to: "\(name)/file")
      try workdir.write("new", to: "\(name).partial/file")
    }
    let swap = try FolderSwap(into: [path("a"), path("b")])
    try FileSystem.remove(path("b.partial"))
    #expect(throws: RunError.self) { try swap.run() }
    #expect(
      try files() == ["a/file": "old", "b/file": "old", "a.partial/file": "new"])
  }

  /// Each state that a run may have been ended in, with and without a file system that exchanges names;
  /// `new` and `old` are what the folders hold.
  @Test(arguments: [
    // Nothing begun, exchanged, moved away, moved in.
    ["a": "old", "a.partial": "new"],
    ["a": "new", "a.partial": "old"],
    ["a.partial": "new", "a.partial.old": "old"],
    ["a": "new", "a.partial.old": "old"],
    // Where nothing stood before.
    ["a.partial": "new"], ["a": "new"],
  ])
  func whatWasBegunIsUndone(folders: [String: String]) throws {
    for (name, text) in folders { try workdir.write(text, to: "\(name)/file") }
    let new = try #require(folders.first { $0.value == "new" }?.key)
    let number = try #require(FileIdentity.number(of: path(new)))
    try workdir.write("\(number) a\n", to: ".swap")
    try FolderSwap.recover(in: workdir.path)
    let old = folders.values.contains("old")
    #expect(try files() == ["a.partial/file": "new"].merging(old ? ["a/file": "old"] : [:]) { $1 })
    // Once more changes nothing.
    try FolderSwap.recover(in: workdir.path)
    #expect(workdir.exists("a") == old)
  }

  @Test func whatWasEmptiedIsPutBack() throws {
    try workdir.write("old", to: "a.partial.old/file")
    try workdir.write("0 a\n", to: ".swap")
    try FolderSwap.recover(in: workdir.path)
    #expect(try files() == ["a/file": "old"])
  }

  @Test func placesThatAreNoFolders() throws {
    try workdir.write("", to: "elsewhere/file")
    _ = try CommandRun("ln", ["-s", "elsewhere", "link"], in: workdir.path)
    _ = try CommandRun("ln", ["-s", "nowhere", "dangling"], in: workdir.path)
    for (name, rule) in [
      ("link", "linked-result"), ("dangling", "linked-result"), ("elsewhere/file", "not-a-folder"),
    ] {
      let error = #expect(throws: RunError.self) { try FolderSwap.requireFolder(path(name)) }
      #expect(error?.kind == .cannotWrite)
      #expect(error?.problems.map(\.id.name) == [rule])
    }
    try FolderSwap.requireFolder(path("elsewhere"))
    try FolderSwap.requireFolder(path("none"))
  }
}
