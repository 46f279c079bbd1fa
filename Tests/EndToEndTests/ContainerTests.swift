import Foundation
import Register
import Testing
import _TestSupport

/// Replies in gzip, zip and workbooks, from the file as received to the tables and back through
/// quarantine.
struct ContainerTests {
  private static let pipeline = """
    title: Containers
    cut-off: 2005-07-29
    unit: state
    register: {treaty: migrants-protocol}
    sources:
      - file: replies.FILE
        unit: {column: State}
        received: {column: Received}
    fail-on: fatal
    """
  private static let definitions = [
    "survey.csv": "type,name,label\nselect_one yn,q1,First?\ntext,why,Why?\n",
    "choices.csv": "list_name,name,label\nyn,yes,Yes\nyn,no,No\n",
    "tables.yaml": """
    tables:
      - id: response
        rows: response
        lists: all
      - each: closed
        columns: [status]
        lists: all
    """,
  ]
  private static let clean = """
    State,Received,q1,why
    Namibia,2005-07-29,Yes,
    Côte d’Ivoire,2005-07-01,No,"a, b"
    Turkey,2005-07-02,No,
    Peru,2005-07-03,Yes,"two
    lines"

    """
  private static let broken = clean.replacingOccurrences(of: "Turkey", with: "Turkie")
    .replacingOccurrences(of: "Namibia,2005-07-29,Yes", with: "Namibia,2005-07-29,Maybe")

  private func collection(_ ending: String, keys: String = "") throws -> Workdir {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    for (name, text) in Self.definitions {
      try workdir.write(text, to: "Pipelines/boxes/\(name)")
    }
    let pipeline = Self.pipeline.replacingOccurrences(of: "FILE", with: ending)
      .replacingOccurrences(of: "fail-on", with: keys + "fail-on")
    try workdir.write(pipeline, to: "Pipelines/boxes/pipeline.yaml")
    return workdir
  }

  private func pack(_ text: String, as ending: String, in workdir: Workdir) throws {
    try workdir.write(text, to: "replies.csv")
    let target = "Input/boxes/replies.\(ending)"
    try FileManager.default.createDirectory(
      atPath: "\(workdir.path)/Input/boxes", withIntermediateDirectories: true)
    let script = "\(Repository.root)/Tests/Oracles/containers_oracle.py"
    let packed =
      switch ending {
      case "xlsx":
        try CommandRun(
          "python3", [script, "workbook", "replies.csv", target], in: workdir.path)
      case "zip":
        try CommandRun(
          "python3", ["-m", "zipfile", "-c", target, "replies.csv"], in: workdir.path)
      default: try CommandRun("sh", ["-c", "gzip < replies.csv > \(target)"], in: workdir.path)
      }
    #expect(packed.status == 0, "\(packed.error)")
  }

  private static let tables = [
    "machine/cells.csv", "machine/lists.csv", "machine/answer-states.csv", "tables/q1.csv",
  ]

  /// What is set aside of a container is mended as text, and the tables are those of clean CSV.
  @Test(arguments: ["csv.gz", "zip", "xlsx"])
  func mendedRecordsGiveTheTablesOfACleanExport(ending: String) throws {
    let folder = "Output/boxes/published"
    let cleanDir = try collection("csv")
    try cleanDir.write(Self.clean, to: "Input/boxes/replies.csv")
    #expect(try StageRunner(cleanDir, collection: "boxes").runAll().status == 0)

    let workdir = try collection(ending)
    try pack(Self.broken, as: ending, in: workdir)
    let stages = StageRunner(workdir, collection: "boxes")
    #expect(try stages.runAll().status == 1)
    let name = "replies.\(ending).csv"
    let kept = try workdir.read("\(folder)/quarantine/records/\(name)")
    #expect(
      kept == "State,Received,q1,why\nNamibia,2005-07-29,Maybe,\nTurkie,2005-07-02,No,\n")
    #expect(!workdir.exists("\(folder)/quarantine/records/\(name).text"))
    #expect(!workdir.exists("Output/boxes/ingested/sources/replies.\(ending)/text.csv"))

    let mended = kept.replacingOccurrences(of: "Turkie", with: "Turkey")
      .replacingOccurrences(of: "Maybe", with: "Yes")
    try workdir.write(mended, to: "Input/boxes/mended/\(name)")
    let run = try stages.runAll()
    #expect(run.status == 0, "\(run.error)")
    let findings = CSVText.rows(try workdir.read("\(folder)/machine/findings.csv"))
    #expect(findings.map { $0["severity"] } == ["settled", "settled"])
    for file in Self.tables {
      #expect(
        try workdir.read("\(folder)/\(file)") == cleanDir.read("\(folder)/\(file)"), "\(file)")
    }
  }

  /// Bytes and digest are those of the file as received; the row is that of the sheet, whatever
  /// line ends its cells hold.
  @Test func sourcesTellTheContainer() throws {
    let workdir = try collection("xlsx", keys: "    comment: \"//\"\n    sheet: Sheet\n")
    let rows =
      "State,Received,q1,\"why\nso\"\n\"// \"\"Printed\n today\",1\nPeru,2005-07-03,No,\"a\nb\"\n"
      + "\nTurkie,2005-07-02,No,\n"
    try pack(rows, as: "xlsx", in: workdir)
    try workdir.replace("received:", with: "ignore: [\"why so\"]\n    received:", in: pipelineFile)
    let run = try StageRunner(workdir, collection: "boxes").run("ingest")
    #expect(run.status == 0, "\(run.error)")
    let folder = "Output/boxes/ingested"
    let source = try #require(CSVText.rows(workdir.read("\(folder)/sources.csv")).first)
    let path = "\(workdir.path)/Input/boxes/replies.xlsx"
    let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
    #expect(source["bytes"] == String(size))
    let digest = try CommandRun("sha256sum", [path], in: workdir.path).output.prefix(64)
    #expect(source["sha256"] == String(digest))
    #expect(source["container"] == "xlsx: Sheet")
    #expect(source["encoding_why"] == "xlsx")
    #expect(source["comments"] == "1")
    let records = try workdir.read("\(folder)/sources/replies.xlsx/records.csv")
    let lines = CSVText.records(records).dropFirst().map {
      $0[1].trimmingCharacters(in: .whitespaces)
    }
    #expect(lines == ["3", "5"])
  }

  private let pipelineFile = "Pipelines/boxes/pipeline.yaml"

  /// What can only be meant for text is refused for a workbook.
  @Test(arguments: ["encoding: Windows-1252", "delimiter: \";\"", "quoting: backslash"])
  func workbookNeedsNoDialect(key: String) throws {
    let workdir = try collection("xlsx", keys: "    \(key)\n")
    try pack(Self.clean, as: "xlsx", in: workdir)
    let run = try StageRunner(workdir, collection: "boxes").run("ingest")
    #expect(run.status == 78)
    #expect(
      run.error.hasPrefix("\(pipelineFile):9: error: [contradicted-container] "), "\(run.error)")
  }

  @Test func refusalNamesTheSheets() throws {
    let workdir = try collection("xlsx", keys: "    sheet: Replies\n")
    try pack(Self.clean, as: "xlsx", in: workdir)
    let run = try StageRunner(workdir, collection: "boxes").run("ingest")
    #expect(run.status == 65)
    #expect(
      run.error
        == "Input/boxes/replies.xlsx: error: [no-sheet] the workbook has no sheet 'Replies'; "
        + "it has 'Sheet'. Set 'sheet' of the source to one of them.\n")
  }
}
