import Foundation
import Testing
import _TestSupport

/// A definition of which a file is missing, or is no CSV, stops the first stage with status 78, and
/// the error names the file. Other mistakes are the cases of `Tests/Definitions`.
struct BadDefinitionTests {
  private static let folder = "Pipelines/\(MigrantsProtocol.name)"

  @Test(arguments: [
    "\(folder)/survey.csv", "\(folder)/choices.csv", "\(folder)/pipeline.yaml",
    "\(folder)/tables.yaml", "Pipelines/registers/states.csv",
    "Pipelines/registers/former-names.csv", "Pipelines/registers/state-names.csv",
    "Pipelines/registers/regional-groups.csv",
    "Pipelines/registers/regional-group-members.csv", "Pipelines/registers/treaty-actions.csv",
  ])
  func missingFile(path: String) throws {
    let workdir = try MigrantsProtocol.workdir()
    let name = try #require(path.split(separator: "/").last)
    try FileManager.default.moveItem(
      atPath: "\(workdir.path)/\(path)", toPath: "\(workdir.path)/\(path)x")
    let run = try StageRunner(workdir, collection: MigrantsProtocol.name).run("ingest")
    #expect(run.status == 78)
    #expect(run.error.contains("\(path): error: [missing-file]"), "\(run.error)")
    #expect(run.error.contains("expected '\(name)' in this folder"), "\(run.error)")
    #expect(run.error.contains("Did you mean '\(name)x'?"), "\(run.error)")
  }

  @Test func semicolonsInADefinition() throws {
    let workdir = try MigrantsProtocol.workdir()
    let path = "Pipelines/registers/states.csv"
    let text = try workdir.read(path).replacingOccurrences(of: ",", with: ";")
    try workdir.write(text, to: path)
    let run = try StageRunner(workdir, collection: MigrantsProtocol.name).run("ingest")
    #expect(run.status == 78)
    #expect(run.error.contains("\(path):1: error: [separator]"), "\(run.error)")
    #expect(run.error.contains("semicolons"), "\(run.error)")
  }
}
