import Foundation
import Testing
import _TestSupport

/// `make run`, the part of `make report` after the build: what is up to date is not run again.
struct MakefileTests {
  private static let name = "training-feedback"

  private func workdir() throws -> Workdir {
    let workdir = try Workdir()
    try workdir.copy("Makefile", to: "Makefile")
    try workdir.copy("Pipelines", to: "Pipelines")
    try workdir.copy("Input", to: "Input")
    return workdir
  }

  /// Runs make and returns the stages that it ran.
  private func make(_ workdir: Workdir, _ collection: String = name) throws -> (
    run: CommandRun, stages: [String]
  ) {
    let run = try CommandRun(
      "make", ["run", "BIN=\(CommandRun.binaries)", "COLLECTION=\(collection)"],
      in: workdir.path, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    let stages = run.error.split(separator: "\n").compactMap { line -> String? in
      let words = line.components(separatedBy: ": ")
      return words.count > 2 && words[0] == collection ? words[1] : nil
    }
    return (run, stages)
  }

  @Test func nothingIsRunAgainWhenNothingChanged() throws {
    let workdir = try workdir()
    #expect(try make(workdir).stages == StageRunner.stages)
    let second = try make(workdir)
    #expect(second.run.status == 0)
    #expect(second.stages.isEmpty)
    #expect(second.run.output == "\(Self.name): Output/\(Self.name)/published\n")
  }

  @Test(arguments: [
    ("Pipelines/\(name)/report.md", ["export"]),
    ("Pipelines/\(name)/tables.yaml", ["aggregate", "export"]),
    ("Pipelines/\(name)/corrections.csv", ["validate", "aggregate", "export"]),
    ("Pipelines/\(name)/rules.yaml", ["validate", "aggregate", "export"]),
    ("Pipelines/\(name)/choices.csv", ["normalize", "validate", "aggregate", "export"]),
    ("Pipelines/\(name)/pipeline.yaml", StageRunner.stages),
    ("Input/\(name)/export-web.csv", StageRunner.stages),
  ])
  func editingAFileRerunsWhatDependsOnIt(file: String, stages: [String]) throws {
    let workdir = try workdir()
    _ = try make(workdir)
    // A later time than any file of the first run, without waiting for it.
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: "\(workdir.path)/\(file)")
    #expect(try make(workdir).stages == stages)
  }

  /// `make draft`, the part of `make new` after the build.
  @Test func draftsOneCollectionFromOneExport() throws {
    let workdir = try workdir()
    func draft(_ arguments: [String]) throws -> CommandRun {
      try CommandRun(
        "make", ["draft", "BIN=\(CommandRun.binaries)"] + arguments, in: workdir.path,
        environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    }
    let export = "Input/\(Self.name)/export-paper.csv"
    let run = try draft([
      "COLLECTION=paper", "FROM=\(export)", "ENCODING=Windows-1252", "DELIMITER=;",
    ])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output == "now: make report COLLECTION=paper\n")
    #expect(try make(workdir, "paper").stages == StageRunner.stages)
    for arguments in [["COLLECTION=other"], ["FROM=\(export)"]] {
      let refused = try draft(arguments)
      #expect(refused.status == 2)
      #expect(refused.error.contains("expected one collection and an export"))
    }
  }

  @Test func aCrosswalkThatComesIsNoticed() throws {
    let workdir = try workdir()
    let collection = "migrants-protocol-2005"
    _ = try make(workdir, collection)
    try workdir.write(
      "name,state,reason\nNambia,NAM,a slip\n", to: "Pipelines/\(collection)/crosswalk.csv")
    #expect(
      try make(workdir, collection).stages == ["normalize", "validate", "aggregate", "export"])
  }

  @Test func anExportTakenAwayIsNoticed() throws {
    let workdir = try workdir()
    _ = try make(workdir)
    try FileManager.default.removeItem(
      atPath: "\(workdir.path)/Input/\(Self.name)/export-paper.csv")
    let again = try make(workdir)
    #expect(again.stages == StageRunner.stages)
    let findings = try workdir.read("Output/\(Self.name)/published/findings.csv")
    #expect(findings.contains("missing-source"))
  }

  /// What make's own comparison of times would miss.
  @Test func aDefinitionPutBackOrTakenAwayIsNoticed() throws {
    let workdir = try workdir()
    let file = "Pipelines/\(Self.name)/corrections.csv"
    let before = try workdir.read(file)
    _ = try make(workdir)
    try FileManager.default.removeItem(atPath: "\(workdir.path)/\(file)")
    #expect(try make(workdir).stages == ["validate", "aggregate", "export"])
    let corrections = try workdir.read("Output/\(Self.name)/published/corrections.csv")
    #expect(CSVText.rows(corrections).isEmpty)

    try workdir.write(before, to: file)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: "\(workdir.path)/\(file)")
    #expect(try make(workdir).stages == ["validate", "aggregate", "export"])
  }

  @Test func aCollectionThatFailsDoesNotKeepOthersBack() throws {
    let workdir = try workdir()
    try workdir.write("title: [\n", to: "Pipelines/\(MigrantsProtocol.name)/pipeline.yaml")
    let run = try CommandRun(
      "make", ["run", "BIN=\(CommandRun.binaries)"], in: workdir.path,
      environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    #expect(run.status == 2)
    #expect(run.output.contains("\(MigrantsProtocol.name): no result (78)\n"))
    #expect(run.output.contains("\(Self.name): Output/\(Self.name)/published\n"))
  }

  @Test func unknownCollectionIsNamed() throws {
    let run = try make(try workdir(), "training-feedbak").run
    #expect(run.status == 2)
    #expect(run.error.contains("Pipelines/training-feedbak: error: [no-collection]"))
  }
}
