import Basics
import Interchange
import Testing
import _TestSupport

/// A stage refuses what was made from other definitions than stand there now.
struct StageChainTests {
  private func error(_ collection: SmallCollection, before stage: Stage) -> RunError? {
    #expect(throws: RunError.self) {
      _ = try StageFolder(stage, of: collection.definition(), jobs: 1)
    }
  }

  @Test func keyThatIsNotTheOneOfTheStageBefore() throws {
    let collection = try SmallCollection()
    try collection.ingest(["a.csv": "abc"])
    try collection.replace("replies-*.csv", with: "replies.csv", in: "pipeline.yaml")
    let error = error(collection, before: .normalize)
    #expect(error?.kind == .dataRejected)
    #expect(
      error?.description
        == "\(collection.output)/ingested: error: [out-of-date] the folder was made from "
        + "another pipeline.yaml than stands there now. "
        + "Run 'make report', which runs again what has changed")
  }

  @Test(arguments: ["changed", "deleted", "added"])
  func fileThatIsNotTheOneOfTheStageBefore(what: String) throws {
    let collection = try SmallCollection()
    let path = collection.path("crosswalk.csv")
    if what != "added" { try AtomicFile.write("old", to: path) }
    try collection.ingest(["a.csv": "abc"])
    try collection.run(.normalize)
    if what == "deleted" {
      try FileSystem.remove(path)
    } else {
      try AtomicFile.write("new", to: path)
    }
    #expect(
      error(collection, before: .validate)?.problems.map(\.message) == [
        "the folder was made from another crosswalk.csv than stands there now. "
          + "Run 'make report', which runs again what has changed"
      ])
  }

  /// A register has as many files as it has.
  @Test func registerThatIsThereNoMore() throws {
    let collection = try SmallCollection()
    let path = try collection.workdir.write("a", to: "Pipelines/registers/a.csv")
    try collection.ingest(["a.csv": "abc"])
    try collection.run(.normalize)
    try FileSystem.remove(path)
    #expect(error(collection, before: .validate)?.problems.map(\.id.name) == ["out-of-date"])
  }

  @Test func stageThatRanAgainByHand() throws {
    let collection = try SmallCollection()
    try collection.ingest(["a.csv": "abc"])
    try collection.run(.normalize)
    try collection.ingest(["a.csv": "other"])
    #expect(
      error(collection, before: .validate)?.problems.map(\.message) == [
        "the folder was made from another ingested/manifest.json than stands there now. "
          + "Run 'make report', which runs again what has changed"
      ])
  }

  /// The form matters from the second stage on: a change of it does not read the exports again.
  @Test func changeOfTheFormLeavesIngestionAsItIs() throws {
    let collection = try SmallCollection()
    try collection.ingest(["a.csv": "abc"])
    try collection.replace("Did you attend?", with: "Were you there?", in: "survey.csv")
    try collection.run(.normalize)
    try collection.replace("Were you there?", with: "Did you come?", in: "survey.csv")
    #expect(error(collection, before: .validate)?.problems.map(\.id.name) == ["out-of-date"])
  }
}
