import Basics
import Definition
import Foundation
import Testing
import _TestSupport

@testable import Interchange

/// What earlier runs left is taken away; what people put there is not.
struct LeftoversTests {
  private func entries(_ small: SmallCollection) throws -> [String] {
    try FileSystem.entries(of: small.output)
  }

  @Test func foldersOfARunThatWasEnded() throws {
    let small = try SmallCollection()
    try small.ingest(["a.csv": "abc"])
    for name in [
      "published.partial/half.csv", "published.partial.gone/manifest.json",
      "ingested.partial.old/a.csv", "confidential.partial/x",
      "compared/earlier.partial/x", "compared/earlier/y", ".digests.partial", ".swap.partial",
      "mine.partial/x", "published.old/x",
    ] { try small.workdir.write("", to: "Output/small/\(name)") }
    try Leftovers.clear(of: small.definition().folders)
    #expect(
      try entries(small) == [".lock", "compared", "ingested", "mine.partial", "published.old"])
    #expect(try FileSystem.entries(of: "\(small.output)/compared") == ["earlier"])
  }

  @Test func anotherRunsFoldersAreLeftAlone() throws {
    let small = try SmallCollection()
    let lock = try RunLock(folder: small.output)
    try small.workdir.write("", to: "Output/small/ingested.partial/half.csv")
    try Leftovers.clear(of: small.definition().folders)
    #expect(small.workdir.exists("Output/small/ingested.partial"))
    withExtendedLifetime(lock) {}
  }

  /// Whoever has a file open in a spreadsheet or edits one finds it again.
  @Test func filesOfOthersAreKept() throws {
    let small = try SmallCollection()
    try small.ingest(["a.csv": "abc", "b/c.csv": "def", "d.csv": "ghi"])
    try small.workdir.write("mine", to: "Output/small/ingested/notes.txt")
    try small.workdir.write("mine", to: "Output/small/ingested/b/.hidden")
    try small.workdir.write("edited", to: "Output/small/ingested/b/c.csv")
    // Written again as it was: nobody's.
    try small.workdir.write("ghi", to: "Output/small/ingested/d.csv")
    _ = try CommandRun(
      "ln", ["-s", "nowhere", "Output/small/ingested/link"], in: small.workdir.path)
    try small.ingest(["a.csv": "abc"])
    let kept = "\(small.output)/kept/ingested-1"
    #expect(
      try FileSystem.tree(below: kept, withHidden: true).files
        == ["b/.hidden", "b/c.csv", "link", "notes.txt"])
    #expect(try small.workdir.read("Output/small/kept/ingested-1/b/c.csv") == "edited")
    #expect(
      try FileSystem.files(below: "\(small.output)/ingested") == ["a.csv", "manifest.json"])
    try small.workdir.write("again", to: "Output/small/ingested/notes.txt")
    try small.ingest(["a.csv": "abc"])
    #expect(try small.workdir.read("Output/small/kept/ingested-2/notes.txt") == "again")
    try small.ingest(["a.csv": "abc"])
    #expect(try FileSystem.entries(of: "\(small.output)/kept") == ["ingested-1", "ingested-2"])
  }

  /// The same where the run that put the folder there was ended before it could see to them.
  @Test func filesOfOthersAreKeptByTheNextRun() throws {
    let small = try SmallCollection()
    try small.ingest(["a.csv": "abc"])
    try small.workdir.write("mine", to: "Output/small/ingested/notes.txt")
    try FileManager.default.moveItem(
      atPath: "\(small.output)/ingested", toPath: "\(small.output)/ingested.partial")
    try Leftovers.clear(of: small.definition().folders)
    #expect(try small.workdir.read("Output/small/kept/ingested-1/notes.txt") == "mine")
    #expect(!small.workdir.exists("Output/small/ingested.partial"))
  }
}
