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

  /// `make exported`, the part of `make export` after the build.
  @Test func exportInFurtherForms() throws {
    let workdir = try workdir()
    func export(_ form: String, _ collection: String = Self.name) throws -> CommandRun {
      try CommandRun(
        "make",
        ["exported", "BIN=\(CommandRun.binaries)", "COLLECTION=\(collection)", "FORM=\(form)"],
        in: workdir.path, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    }
    let run = try export("datapackage, csvw")
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output == "\(Self.name): Output/\(Self.name)/published\n")
    for file in ["datapackage.json", "csv-metadata.json"] {
      #expect(try workdir.read("Output/\(Self.name)/published/machine/\(file)").contains("csv"))
    }
    // It is up to date then.
    #expect(try make(workdir).stages.isEmpty)
    #expect(try export("").error.contains("make export: expected forms"))
    #expect(try export("exel").error.contains("- sqlite"))
    #expect(try export("csvw", "nonesuch").error.contains("[no-collection]"))
  }

  /// What is read again is what the change has a part in, and nothing where it has none.
  @Test(arguments: [
    ("report.md", "# ", "# Draft: ", ["export"]),
    ("pipeline.yaml", "percent: 1", "percent: 0", ["export"]),
    ("pipeline.yaml", "title: ", "title: Draft. ", ["export"]),
    ("pipeline.yaml", "word: most", "word: nearly all", ["export"]),
    ("pipeline.yaml", "title: ", "# A comment.\ntitle: ", []),
    ("pipeline.yaml", "separator: \" | \"", "separator: \"|\"", fromNormalize),
    ("pipeline.yaml", "encoding: Windows-1252", "encoding: ISO-8859-15", StageRunner.stages),
    ("tables.yaml", "title: Who replied in time", "title: Who replied", ["export"]),
    ("tables.yaml", "tables:\n", "tables:   # of the course\n", []),
    // No finding about a note gives its line.
    ("tables.yaml", "tables:\n", "\ntables:\n", []),
    ("tables.yaml", "top: 2", "top: 1", ["aggregate", "export"]),
    ("corrections.csv", ",11,1,", ",11,2,", ["validate", "aggregate", "export"]),
    ("rules.yaml", "severity: fatal", "severity: query", ["validate", "aggregate", "export"]),
    ("choices.csv", ",Statistician,", ",A statistician,", fromNormalize),
  ])
  func editingAFileRerunsWhatDependsOnIt(
    file: String, old: String, new: String, stages: [String]
  ) throws {
    let workdir = try workdir()
    _ = try make(workdir)
    let path = "Pipelines/\(Self.name)/\(file)"
    let text = try workdir.read(path)
    let range = try #require(text.range(of: old))
    try workdir.write(text.replacingCharacters(in: range, with: new), to: path)
    #expect(try make(workdir).stages == stages)
  }

  private static let fromNormalize = ["normalize", "validate", "aggregate", "export"]

  /// An export of another time with the same bytes is the same export.
  @Test func anExportIsKnownByItsBytes() throws {
    let workdir = try workdir()
    _ = try make(workdir)
    let path = "Input/\(Self.name)/export-web.csv"
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: "\(workdir.path)/\(path)")
    #expect(try make(workdir).stages == [])
    let text = try workdir.read(path)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    try workdir.write(lines.dropLast(2).joined(separator: "\n") + "\n", to: path)
    #expect(try make(workdir).stages == StageRunner.stages)
  }

  /// The stage cannot know that it is another program than the one that made the folder.
  @Test func anotherProgramRunsItsStageAgain() throws {
    let workdir = try workdir()
    _ = try make(workdir)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)],
      ofItemAtPath: "\(workdir.path)/Output/\(Self.name)/aggregated/manifest.json")
    #expect(try make(workdir).stages == ["aggregate"])
  }

  /// A set that was published with findings to look at ends as it did, though nothing is run.
  @Test func findingsDecideAgainWhereNothingIsRun() throws {
    let workdir = try workdir()
    try workdir.replace(
      "fail-on: never", with: "fail-on: fatal", in: "Pipelines/\(Self.name)/pipeline.yaml")
    #expect(try make(workdir).run.status == 2)
    let again = try make(workdir)
    #expect(again.stages == [])
    #expect(again.run.status == 2)
    #expect(again.run.output.contains("with findings to look at"))
    #expect(try workdir.read("Output/\(Self.name)/.status") == "1\n")
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
    let findings = try workdir.read("Output/\(Self.name)/published/machine/findings.csv")
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
    let corrections = try workdir.read("Output/\(Self.name)/published/machine/corrections.csv")
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

  /// Whoever is to look at findings is sent to where they lie.
  @Test func findingsInConfidenceAreNotSoughtAmongWhatIsPublished() throws {
    let workdir = try workdir()
    let name = "integrity-at-work"
    try workdir.replace(
      "fail-on: never", with: "fail-on: fatal", in: "Pipelines/\(name)/pipeline.yaml")
    let run = try make(workdir, name).run
    #expect(run.status == 2)
    let folder = "Output/\(name)/confidential"
    #expect(workdir.exists("\(folder)/findings-by-rule.csv"))
    #expect(
      run.output == "\(name): Output/\(name)/published, with findings to look at, see "
        + "findings-by-rule.csv in \(folder) (1)\n")
  }

  @Test func cleanLeavesThePageOfTheFolder() throws {
    let workdir = try workdir()
    try workdir.copy("Output/README.md", to: "Output/README.md")
    for file in [
      "Output/laws/published/machine/cells.csv", "Output/.lock", ".build/x", ".build-fuzz/x",
    ] {
      try workdir.write("x", to: file)
    }
    let run = try CommandRun(
      "make", ["clean"], in: workdir.path, environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    #expect(run.status == 0, "\(run.error)")
    let left = try FileManager.default.contentsOfDirectory(atPath: "\(workdir.path)/Output")
    #expect(left == ["README.md"])
    #expect(!workdir.exists(".build") && !workdir.exists(".build-fuzz"))
  }
}
