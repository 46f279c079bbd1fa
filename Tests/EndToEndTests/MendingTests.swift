import Foundation
import Register
import Testing
import _TestSupport

/// Quarantine mended by hand and dropped back gives the tables of a clean export.
struct MendingTests {
  private static let form = "type,name,label\nselect_one yn,q1,First?\ntext,why,Why?\n"
  private static let choices = "list_name,name,label\nyn,yes,Yes\nyn,no,No\n"
  private static let pipeline = """
    title: Mending
    cut-off: 2005-07-29
    unit: state
    register: {treaty: migrants-protocol}
    sources:
      - file: replies.csv
        encoding: Windows-1252
        unit: {column: State}
        received: {column: Received}
    fail-on: fatal
    """
  private static let tables = """
    tables:
      - id: response
        rows: response
        lists: all
      - each: closed
        columns: [status]
        lists: all
    """

  private static let clean = [
    "State,Received,q1,why", "Namibia,2005-07-29,Yes,", "Côte d’Ivoire,2005-07-01,No,\"a, b\"",
    "Turkey,2005-07-02,No,", "Peru,2005-07-03,Yes,\"two\nlines\"",
  ]

  /// The same records with a field too many, a name nobody has, an answer that fits no code and
  /// a day that does not exist.
  private static let broken = [
    "State,Received,q1,why", "Namibia,2005-07-29,Yes,,and more",
    "Cote d'Ivoir,2005-07-01,No,\"a, b\"",
    "Turkey,2005-07-02,Nein,", "Peru,2005-06-31,Yes,\"two\nlines\"",
  ]

  private func run(_ files: [String: [String]]) throws -> (Workdir, CommandRun) {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    for (name, text) in [
      "survey.csv": Self.form, "choices.csv": Self.choices, "pipeline.yaml": Self.pipeline,
      "tables.yaml": Self.tables,
    ] {
      try workdir.write(text, to: "Pipelines/mending/\(name)")
    }
    for (name, lines) in files {
      try workdir.write(encoded(lines), to: "Input/mending/\(name)")
    }
    return (workdir, try StageRunner(workdir, collection: "mending").runAll())
  }

  private func encoded(_ lines: [String]) throws -> Data {
    let text = lines.joined(separator: "\r\n") + "\r\n"
    return try #require(text.data(using: .windowsCP1252))
  }

  @Test func mendedRecordsGiveTheTablesOfACleanExport() throws {
    let (cleanDir, cleanRun) = try run(["replies.csv": Self.clean])
    #expect(cleanRun.status == 0, "\(cleanRun.error)")

    let (brokenDir, brokenRun) = try run(["replies.csv": Self.broken])
    #expect(brokenRun.status == 1)
    let folder = "Output/mending/published"
    let index = CSVText.rows(try brokenDir.read("\(folder)/quarantine/index.csv"))
    #expect(
      index.map { "\($0["line"] ?? "") \($0["rule"] ?? "")" }
        == ["2 field-count", "3 unknown-unit", "4 unclear-answer", "5 undecided-date"])
    // All four records are there, byte for byte, under the header.
    let kept = try Data(
      contentsOf: URL(fileURLWithPath: "\(brokenDir.path)/\(folder)/quarantine/records/replies.csv")
    )
    #expect(kept == (try encoded(Self.broken)))

    let (mendedDir, mendedRun) = try run([
      "replies.csv": Self.broken, "mended/replies.csv": Self.clean,
    ])
    #expect(mendedRun.status == 0, "\(mendedRun.error)")
    // The findings about the broken records stay, settled: nothing that arrived is forgotten.
    let findings = CSVText.rows(try mendedDir.read("\(folder)/machine/findings.csv"))
    #expect(findings.map { $0["severity"] } == Array(repeating: "settled", count: 4))
    for file in [
      "machine/cells.csv", "machine/lists.csv", "machine/answer-states.csv", "tables/q1.csv",
    ] {
      #expect(
        try mendedDir.read("\(folder)/\(file)") == cleanDir.read("\(folder)/\(file)"), "\(file)")
    }
  }

  /// In UTF-16 a line end is two bytes, and so is the one that the last record has not.
  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian], ["\n", "\r\n", "\r"])
  func quarantineOfUTF16(encoding: String.Encoding, lineEnd: String) throws {
    func bytes(_ lines: [String], _ end: String) throws -> Data {
      try #require((lines.joined(separator: lineEnd) + end).data(using: encoding))
    }
    let (workdir, _) = try run([:])
    try workdir.replace(
      "    encoding: Windows-1252\n", with: "", in: "Pipelines/mending/pipeline.yaml")
    try workdir.write(try bytes(Self.broken, ""), to: "Input/mending/replies.csv")
    let stages = StageRunner(workdir, collection: "mending")
    #expect(try stages.runAll().status == 1)
    let folder = "Output/mending/published"
    let kept = try Data(
      contentsOf: URL(
        fileURLWithPath: "\(workdir.path)/\(folder)/quarantine/records/replies.csv"))
    #expect(kept == (try bytes(Self.broken, "\n")))

    try workdir.write(try bytes(Self.clean, "\n"), to: "Input/mending/mended/replies.csv")
    let last = try stages.runAll()
    #expect(last.status == 0, "\(last.error)")
    let (cleanDir, _) = try run(["replies.csv": Self.clean])
    for file in [
      "machine/cells.csv", "machine/lists.csv", "machine/answer-states.csv", "tables/q1.csv",
    ] {
      #expect(
        try workdir.read("\(folder)/\(file)") == cleanDir.read("\(folder)/\(file)"), "\(file)")
    }
  }

  /// A mended record stands where the one stood that it mends: a later record of the same moment
  /// still counts, and one before it no longer.
  @Test func mendedRecordKeepsItsPlaceAmongEquals() throws {
    let replies = [
      "State,Received,q1,why", "Namibia,2005-07-29,Maybe,", "Namibia,2005-07-29,No,",
      "Peru,2005-07-03,No,", "Peru,2005-07-03,Perhaps,",
    ]
    let mended = ["State,Received,q1,why", "Namibia,2005-07-29,Yes,", "Peru,2005-07-03,Yes,"]
    let (workdir, run) = try run(["replies.csv": replies, "mended/replies.csv": mended])
    #expect(run.status == 0, "\(run.error)")
    let tables = try PublishedTables(folder: "Output/mending/published", in: workdir)
    #expect(tables.codes("q1/no") == ["NAM"])
    #expect(tables.codes("q1/yes") == ["PER"])
  }
}
