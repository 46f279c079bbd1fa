import Foundation
import Testing
import _TestSupport

/// The exports of `Tests/Conventions`: one folder a convention of a tool, with the answer of every
/// cell as somebody read it in the export.
struct ConventionCaseTests {
  private static let folder = "Tests/Conventions"

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(Repository.root)/\(folder)")) ?? [])
    .filter {
      FileManager.default.fileExists(atPath: "\(Repository.root)/\(folder)/\($0)/expected.csv")
    }
    .sorted()

  @Test func everyConventionHasACase() {
    #expect(Self.cases.count >= 29)
  }

  /// The answers of stage 3 and those of a reader in Python, which shares no code with the program,
  /// are the expected ones, cell by cell.
  @Test(arguments: cases)
  func answers(name: String) throws {
    let workdir = try Workdir()
    for file in ["survey.csv", "choices.csv", "tables.yaml"] {
      let own = "\(Self.folder)/\(name)/pipeline/\(file)"
      let isOwn = FileManager.default.fileExists(atPath: "\(Repository.root)/\(own)")
      try workdir.copy(
        isOwn ? own : "\(Self.folder)/form/\(file)", to: "Pipelines/\(name)/\(file)")
    }
    try workdir.copy(
      "\(Self.folder)/\(name)/pipeline/pipeline.yaml", to: "Pipelines/\(name)/pipeline.yaml")
    try workdir.copy("\(Self.folder)/\(name)/input", to: "Input/\(name)")
    let last = try StageRunner(workdir, collection: name).runAll()
    #expect(last.status == 0, "\(last.error)")
    let check = try CommandRun(
      "python3",
      [
        "\(Repository.root)/Tests/Oracles/conventions_oracle.py", name, "Pipelines/\(name)",
        "Input/\(name)", "Output/\(name)/validated",
        "\(Repository.root)/\(Self.folder)/\(name)/expected.csv",
      ], in: workdir.path)
    #expect(check.status == 0, "\(check.output)\(check.error)")
    #expect(check.output.hasSuffix("oracle: ok\n"))
  }
}
