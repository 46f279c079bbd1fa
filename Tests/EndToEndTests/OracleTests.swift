import Foundation
import Testing
import _TestSupport

/// The published figures against second implementations in Python, which share no code with the
/// program.
struct OracleTests {
  private static let folder = "\(Repository.root)/Tests/Oracles"

  /// Every cell, list and answer state of the 2005 collection, from the exports and definitions.
  @Test func everyTableOfTheModelReport() throws {
    let workdir = try MigrantsProtocol.published.get().workdir
    let name = MigrantsProtocol.name
    let run = try CommandRun(
      "python3",
      [
        "\(Self.folder)/tables_oracle.py", "Pipelines/registers", "Pipelines/\(name)",
        "Input/\(name)", "Output/\(name)/published",
      ], in: workdir.path)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.hasSuffix("oracle: ok\n"))
  }

  /// One answer changed, and exactly the cells change that should; `make check-oracle` flips every
  /// answer.
  @Test func flippedAnswersChangeTheirCellsAlone() throws {
    let workdir = try MigrantsProtocol.published.get().workdir
    let run = try CommandRun(
      "python3",
      [
        "\(Self.folder)/flip_oracle.py", workdir.path, MigrantsProtocol.name,
        CommandRun.binaries, "--sample",
      ], in: workdir.path)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    print(run.lastLine)
  }

  /// Exports as survey tools write them and people change them: each is drafted and run as it is, or
  /// asked about; `make check-oracle` has six hundred.
  @Test func respondentsOfSurveyExports() throws {
    let workdir = try Workdir()
    let generator = "\(Repository.root)/Tests/Generators/survey_exports.py"
    let made = try CommandRun("python3", [generator, "2", "62", "exports"], in: workdir.path)
    #expect(made.status == 0, "\(made.error)")
    let run = try CommandRun(
      "python3",
      ["\(Self.folder)/survey_exports_oracle.py", "exports", "--bin", CommandRun.binaries],
      in: workdir.path)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.output.hasSuffix("oracle: ok\n"))
  }

  /// Random questionnaires with routing, versions and multi-selects, and random replies to them.
  ///
  /// None is refused, and all are counted as the oracle counts them; `make check-oracle` does so with
  /// a thousand.
  @Test func randomQuestionnaires() throws {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    let script = "\(Self.folder)/random_questionnaires.py"
    let made = try CommandRun(
      "python3", [script, "generate", "20051102", "30", workdir.path, "Pipelines/registers"],
      in: workdir.path)
    #expect(made.status == 0, "\(made.error)")
    var counted: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(workdir.path)/Input")
      .sorted()
    {
      let run = try StageRunner(workdir, collection: name).runAll()
      #expect([0, 1].contains(run.status), "\(name): \(run.error)")
      counted.append(name)
    }
    #expect(counted.count == 30)
    let check = try CommandRun(
      "python3", [script, "check", workdir.path] + counted, in: workdir.path)
    #expect(check.status == 0, "\(check.output)")
    print(check.lastLine)
  }

  /// A hundred random table designs: counts, bases, lists and exact figures as DuckDB and fractions
  /// have them, and the same bytes when the replies are counted in parts. `make check-oracle` takes
  /// a thousand, and R for what is estimated.
  @Test func randomTables() throws {
    let workdir = try Workdir()
    let script = "\(Self.folder)/random_tables.py"
    let made = try CommandRun(
      "python3", [script, "generate", "20051118", "6", workdir.path], in: workdir.path)
    #expect(made.status == 0, "\(made.error)")
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(workdir.path)/Input")
      .sorted()
    for name in names {
      let run = try StageRunner(workdir, collection: name).runAll()
      #expect([0, 1].contains(run.status), "\(name): \(run.error)")
    }
    let check = try CommandRun("python3", [script, "check", workdir.path], in: workdir.path)
    #expect(check.status == 0, "\(check.output)\(check.error)")
    let parts = try CommandRun(
      "python3", [script, "partials", "1", workdir.path, CommandRun.binaries] + names.prefix(4),
      in: workdir.path)
    #expect(parts.status == 0, "\(parts.output)\(parts.error)")
    print(check.lastLine)
  }

  /// Random tables of the members of random households, as DuckDB joins and counts them; `make
  /// check-oracle` takes a hundred collections.
  @Test func randomInstances() throws {
    let workdir = try Workdir()
    let script = "\(Self.folder)/random_instances.py"
    let made = try CommandRun(
      "python3", [script, "generate", "20051120", "6", workdir.path], in: workdir.path)
    #expect(made.status == 0, "\(made.error)")
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(workdir.path)/Input") {
      let run = try StageRunner(workdir, collection: name).runAll()
      #expect(run.status == 0, "\(name): \(run.error)")
    }
    let check = try CommandRun("python3", [script, "check", workdir.path], in: workdir.path)
    #expect(check.status == 0, "\(check.output)\(check.error)")
    print(check.lastLine)
  }

  /// Random tables of replies given in confidence, attacked by linear programs: no hidden count is
  /// narrowed below the declared interval, and nothing below the threshold is told.
  @Test(arguments: [[], ["--all-features"]]) func hiddenCounts(options: [String]) throws {
    try attack(seed: "20051102", count: "3", options)
  }

  /// Collections in which a count was told, once: by whoever ticked anything of what only some were offered
  /// (c0022), by who was offered a code of a condition (c0017), and by whoever has an opinion, who ticked one
  /// (c0004); or which were refused, since of whom an unclear answer left it open answered (c0010).
  @Test(arguments: [("24", ["c0017", "c0022"]), ("63", ["c0004", "c0010"])])
  func hiddenCountsThatWereTold(seed: String, names: [String]) throws {
    try attack(seed: seed, count: "26", ["--all-features"], of: names)
  }

  /// Sums of amounts that are guarded, attacked by linear programs: of no amount can more be known than the
  /// rules of the collection allow.
  @Test func guardedAmounts() throws {
    let workdir = try Workdir()
    let script = "\(Self.folder)/amounts_attack.py"
    let generated = try CommandRun(
      "python3", [script, "generate", "1", "8", workdir.path], in: workdir.path)
    #expect(generated.status == 0, "\(generated.error)")
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(workdir.path)/Input")
      .sorted()
    for name in names {
      let run = try StageRunner(workdir, collection: name).runAll()
      #expect(run.status == 0, "\(name): \(run.error)")
    }
    let check = try CommandRun(
      "python3", [script, "check", workdir.path] + names, in: workdir.path)
    #expect(check.status == 0, "\(check.output)\(check.error)")
    print(check.lastLine)
  }

  private func attack(
    seed: String, count: String, _ options: [String], of chosen: [String]? = nil
  ) throws {
    let workdir = try Workdir()
    let script = "\(Self.folder)/suppression_attack.py"
    let generated = try CommandRun(
      "python3",
      [
        script, "generate", seed, count, workdir.path,
        "\(Repository.root)/Pipelines/registers",
      ] + options,
      in: workdir.path)
    #expect(generated.status == 0, "\(generated.error)")
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    let made = try FileManager.default.contentsOfDirectory(atPath: "\(workdir.path)/Input")
    let names = chosen ?? made.sorted()
    for name in names {
      let run = try StageRunner(workdir, collection: name).runAll()
      #expect(run.status == 0, "\(name): \(run.error)")
    }
    let check = try CommandRun(
      "python3", [script, "check", workdir.path] + names + options, in: workdir.path)
    #expect(check.status == 0, "\(check.output)\(check.error)")
    print(check.lastLine)
  }

  /// One table in every encoding, separator, line end and quoting: read to the byte, or refused.
  @Test func everyEncodingAndDialect() throws {
    try check("encodings_oracle.py", generate: [], check: [])
  }

  /// Polluted files: nothing lost, no crash, and what was not damaged reads as it was written.
  @Test func pollutedFiles() throws {
    try check("polluted_csv.py", generate: ["1", "200"], check: [])
  }

  /// Surveys with shifted records and second tables: none that width or types reveal is let in, and
  /// nothing else is kept out; `make check-oracle` has a thousand.
  @Test func shiftedRecordsAndSecondTables() throws {
    try check("typed_csv.py", generate: ["1", "120"], check: [])
  }

  /// A file that is read in several pieces, and several files: every cell as Python's csv has it.
  @Test(arguments: [["--files", "1"], ["--files", "3", "--quote", "all", "--crlf", "--bom"]])
  func everyRecordOfALargeFile(options: [String]) throws {
    let workdir = try Workdir()
    let generator = "\(Repository.root)/Tests/Generators/big_collection.py"
    let made = try CommandRun(
      "python3", [generator, workdir.path, "5000", "--seed", "9"] + options, in: workdir.path)
    #expect(made.status == 0, "\(made.error)")
    var runner = StageRunner(workdir, collection: "big")
    runner.jobs = 3
    let ingest = try runner.run("ingest")
    #expect(ingest.status == 0, "\(ingest.error)")
    let run = try CommandRun(
      "python3", ["\(Self.folder)/records_oracle.py", "Input/big", "Output/big/ingested"],
      in: workdir.path)
    #expect(run.output.hasSuffix("oracle: ok\n"), "\(run.output)\(run.error)")
  }

  /// Workbooks cell by cell against openpyxl; gzip and zip against Python's own modules.
  @Test func containers() throws {
    try check("containers_oracle.py", generate: ["1", "--flips", "12"], check: [])
  }

  private func check(_ script: String, generate: [String], check: [String]) throws {
    let workdir = try Workdir()
    let path = "\(Self.folder)/\(script)"
    let made = try CommandRun(
      "python3", [path, "generate"] + generate + [workdir.path], in: workdir.path)
    #expect(made.status == 0, "\(made.error)")
    let ingest = "\(CommandRun.binaries)/rapporteur-ingest"
    let run = try CommandRun(
      "python3", [path, "check", workdir.path, "--program", ingest] + check, in: workdir.path)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    print(run.lastLine)
  }
}
