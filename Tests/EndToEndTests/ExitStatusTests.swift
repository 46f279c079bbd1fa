import Foundation
import Testing
import _TestSupport

/// The exit statuses that the manual lists, each exactly.
struct ExitStatusTests {
  private static let name = MigrantsProtocol.name

  @Test func silentWithStatus0() throws {
    let workdir = try MigrantsProtocol.workdir()
    for stage in StageRunner.stages {
      let run = try StageRunner(workdir, collection: Self.name).run(stage)
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
      #expect(run.error.isEmpty)
    }
  }

  @Test func usageErrorWith64() throws {
    let workdir = try MigrantsProtocol.workdir()
    let run = try StageRunner(workdir, collection: Self.name).run(
      "ingest", arguments: ["--job", "2"])
    #expect(run.status == 64)
    #expect(run.error.contains("Unknown option '--job'. Did you mean '--jobs'?"))
  }

  @Test func emptyInputFolderWith66() throws {
    let workdir = try MigrantsProtocol.workdir()
    try FileManager.default.removeItem(atPath: "\(workdir.path)/Input/\(Self.name)")
    try FileManager.default.createDirectory(
      atPath: "\(workdir.path)/Input/\(Self.name)", withIntermediateDirectories: true)
    let run = try StageRunner(workdir, collection: Self.name).run("ingest")
    #expect(run.status == 66)
    #expect(
      run.error == """
        Input/\(Self.name): error: [no-input] no file of any source is here; expected \
        'replies-english.csv', 'reponses-francais.csv'. Put the exports into this folder

        """)
  }

  @Test func stageBeforeMissingWith66() throws {
    let workdir = try MigrantsProtocol.workdir()
    let run = try StageRunner(workdir, collection: Self.name).run("validate")
    #expect(run.status == 66)
    #expect(
      run.error.contains("Output/\(Self.name)/normalized/manifest.json: error: [no-manifest]"))
  }

  @Test func changedStageFileWith65() throws {
    let workdir = try MigrantsProtocol.workdir()
    let runner = StageRunner(workdir, collection: Self.name)
    _ = try runner.run("ingest")
    _ = try runner.run("normalize")
    let file = "Output/\(Self.name)/normalized/NAM.csv"
    try workdir.write(try workdir.read(file).replacingOccurrences(of: "a,", with: "b,"), to: file)
    let run = try runner.run("validate")
    #expect(run.status == 65)
    #expect(run.error.contains("\(file): error: [changed-file]"))
    #expect(!workdir.exists("Output/\(Self.name)/validated"))
  }

  /// Codes of one questionnaire are never counted by those of another.
  @Test func stageOfOtherDefinitionsWith65() throws {
    let workdir = try MigrantsProtocol.workdir()
    let runner = StageRunner(workdir, collection: Self.name)
    _ = try runner.run("ingest")
    _ = try runner.run("normalize")
    let file = "Pipelines/\(Self.name)/choices.csv"
    try workdir.replace("document_law,own_law,", with: "document_law,special_law,", in: file)
    let run = try runner.run("validate")
    #expect(run.status == 65)
    #expect(
      run.error.contains(
        "[out-of-date] the folder was made from another choices.csv than stands there now"))
  }

  @Test func unreadableHeadingWith65() throws {
    let workdir = try MigrantsProtocol.workdir()
    try workdir.replace(
      "    encoding: Windows-1252\n", with: "", in: "Pipelines/\(Self.name)/pipeline.yaml")
    let run = try StageRunner(workdir, collection: Self.name).run("ingest")
    #expect(run.status == 65)
    #expect(
      run.error.contains(
        "reponses-francais.csv:1: error: [undecided-encoding] the byte at offset 0, 0xC9, is not UTF-8"
      ))
    #expect(run.error.contains("The text there reads 'État;Reçu le;"))
    #expect(run.error.contains("'Йtat;Reзu le;"))
  }

  @Test func secondRunAtTheSameTimeWith75() throws {
    let workdir = try MigrantsProtocol.workdir()
    try workdir.write("", to: "Output/\(Self.name)/.lock")
    // flock(1) holds the lock while the second command runs.
    let stage = "\(CommandRun.binaries)/rapporteur-ingest"
    let run = try CommandRun(
      "flock",
      [
        "--nonblock", "Output/\(Self.name)/.lock", stage, "--pipeline", "Pipelines/\(Self.name)",
        "--input", "Input/\(Self.name)", "--output", "Output/\(Self.name)",
      ], in: workdir.path)
    #expect(run.status == 75)
    #expect(run.error.contains("error: [locked] another run is working in this folder"))
    #expect(!workdir.exists("Output/\(Self.name)/ingested"))
  }

  @Test func outputThatCannotBeWrittenWith73() throws {
    let workdir = try MigrantsProtocol.workdir()
    try workdir.write("a file where a folder should be", to: "Output")
    let run = try StageRunner(workdir, collection: Self.name).run("ingest")
    #expect(run.status == 73)
    #expect(run.error.contains("error: [cannot-write]"))
  }

  /// A failed run leaves what was published before.
  @Test func failedRunLeavesThePublishedSet() throws {
    let workdir = try MigrantsProtocol.workdir()
    let runner = StageRunner(workdir, collection: Self.name)
    try runner.runAll()
    let before = try workdir.read("Output/\(Self.name)/published/machine/cells.csv")
    try workdir.replace("{{title}}", with: "{{titel}}", in: "Pipelines/\(Self.name)/report.md")
    #expect(try runner.run("export").status == 78)
    #expect(try workdir.read("Output/\(Self.name)/published/machine/cells.csv") == before)
  }
}
