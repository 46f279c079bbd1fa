import Basics
import Interchange
import Testing
import _TestSupport

/// A stage refuses what was made from other definitions than stand there now.
struct StageChainTests {
  private func error(_ workdir: Workdir, before stage: Stage = .normalize) -> RunError? {
    #expect(throws: RunError.self) { _ = try StageFolder(stage, of: folders(workdir), jobs: 1) }
  }

  @Test(arguments: ["changed", "deleted", "added"])
  func definitionThatIsNotTheOneOfTheStageBefore(what: String) throws {
    let workdir = try Workdir()
    let path = "\(workdir.path)/Pipelines/small/pipeline.yaml"
    if what != "added" { try workdir.write("old", to: "Pipelines/small/pipeline.yaml") }
    try ingest(["a.csv": "abc"], in: workdir)
    if what == "deleted" {
      try FileSystem.remove(path)
    } else {
      try workdir.write("new", to: "Pipelines/small/pipeline.yaml")
    }
    let error = error(workdir)
    #expect(error?.kind == .dataRejected)
    #expect(
      error?.description
        == "\(workdir.path)/Output/small/ingested: error: [out-of-date] the folder was made from "
        + "another pipeline.yaml than stands there now. "
        + "Run 'make report', which runs again what has changed")
  }

  @Test func stageThatRanAgainByHand() throws {
    let workdir = try Workdir()
    try ingest(["a.csv": "abc"], in: workdir)
    try StageFolder(.normalize, of: folders(workdir), jobs: 1).finish(counts: [:])
    try ingest(["a.csv": "other"], in: workdir)
    #expect(
      error(workdir, before: .validate)?.problems.map(\.message) == [
        "the folder was made from another ingested/manifest.json than stands there now. "
          + "Run 'make report', which runs again what has changed"
      ])
  }

  /// The form matters from the second stage on: a change of it does not read the exports again.
  @Test func changeOfTheFormLeavesIngestionAsItIs() throws {
    let workdir = try Workdir()
    try ingest(["a.csv": "abc"], in: workdir)
    try workdir.write("new", to: "Pipelines/small/survey.csv")
    try StageFolder(.normalize, of: folders(workdir), jobs: 1).finish(counts: [:])
    try workdir.write("newer", to: "Pipelines/small/survey.csv")
    #expect(error(workdir, before: .validate)?.problems.map(\.rule) == ["out-of-date"])
  }
}
