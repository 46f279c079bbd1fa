import Testing
import _TestSupport

/// Instances of repeats: what became of each record, and mending them.
struct RepeatTests {
  private static let form = """
    type,name,label
    select_one yn,came,Did you come?
    begin_repeat,people,Who came?
    select_one yn,adult,Adult?
    integer,age,Age
    end_repeat,,
    integer,rooms,Rooms

    """
  private static let pipeline = """
    title: Repeats
    cut-off: 2024-06-30
    unit: respondent
    sources:
      - file: visits.csv
        unit: {column: id}
        received: {date: 2024-05-01}
      - file: people.csv
        repeat: {name: people, key: visit, parent: id}

    """
  private static let visits = "id,came,rooms\nv1,yes,1\nv2,yes,2\nv3,no,\n"

  private func run(
    _ files: [String: String], pipeline: String = Self.pipeline
  ) throws -> (Workdir, CommandRun) {
    let workdir = try Workdir()
    try workdir.write(Self.form, to: "Pipelines/repeats/survey.csv")
    try workdir.write(
      "list_name,name,label\nyn,yes,Yes\nyn,no,No\n", to: "Pipelines/repeats/choices.csv")
    try workdir.write(
      "tables:\n  - each: [came, adult]\n    lists: all\n  - rows: age\n",
      to: "Pipelines/repeats/tables.yaml")
    try workdir.write(pipeline, to: "Pipelines/repeats/pipeline.yaml")
    for (name, text) in files { try workdir.write(text, to: "Input/repeats/\(name)") }
    return (workdir, try StageRunner(workdir, collection: "repeats").runAll())
  }

  private func findings(_ workdir: Workdir) throws -> [String] {
    CSVText.rows(try workdir.read("Output/repeats/published/machine/findings.csv")).map {
      "\($0["rule"] ?? "") \($0["severity"] ?? "") \($0["source"] ?? ""):\($0["line"] ?? "")"
    }
  }

  @Test func everyInstanceIsCounted() throws {
    let (workdir, run) = try run([
      "visits.csv": Self.visits,
      "people.csv":
        "visit,adult,age\nv2,yes,30\nv1,no,7\nv9,yes,50\nv1,yes,40\n,yes,1\nv1,\"no,1\n",
    ])
    #expect(run.status == 1)
    let tables = try PublishedTables(folder: "Output/repeats/published", in: workdir)
    #expect(tables.codes("adult/yes") == ["v1", "v2"])
    #expect(tables.codes("adult/no") == ["v1"])
    #expect(tables.count("adult/.base") == 2)
    #expect(tables.count("adult/.no_answer") == 1)
    let balance = try workdir.read("Output/repeats/published/machine/balance.csv")
    #expect(
      balance
        == "fate,records\nrecords,3\naccepted,3\nquarantined,0\nsuperseded,0\nlate,0\ntest,0\nincomplete,0\n"
        + "repeat_records,6\nrepeat_joined,3\nrepeat_quarantined,3\nrepeat_mended,0\n")
    #expect(
      try findings(workdir).sorted() == [
        "blank-key fatal people.csv:6", "no-parent fatal people.csv:4",
        "open-quote fatal people.csv:7",
      ])
    let cells = CSVText.rows(try workdir.read("Output/repeats/published/machine/cells.csv"))
    let ages = cells.filter { $0["table"] == "age" && $0["row"] == ".value" }
    #expect(ages.first { $0["statistic"] == "maximum" }?["value"] == "47")
    #expect(ages.first { $0["statistic"] == "minimum" }?["value"] == "30")
  }

  /// An unclear answer of one instance makes that of all unclear until it is mended; the mended
  /// record then stands for the first one, and is not added to it.
  @Test func mendedInstancesAreNotCountedTwice() throws {
    let broken = "visit,adult,age\nv1,yes,forty\nv1,no,7\nv8,yes,30\n"
    let (brokenDir, brokenRun) = try run(["visits.csv": Self.visits, "people.csv": broken])
    #expect(brokenRun.status == 1)
    let before = try PublishedTables(folder: "Output/repeats/published", in: brokenDir)
    #expect(before.count("age/.unclear") == 1)
    #expect(before.codes("adult/yes") == ["v1"])
    #expect(
      try findings(brokenDir) == [
        "no-parent fatal people.csv:4", "unclear-answer fatal people.csv:2",
      ])

    let (mendedDir, mendedRun) = try run([
      "visits.csv": Self.visits, "people.csv": broken,
      "mended/people.csv": "visit,adult,age\nv1,yes,40\nv2,yes,30\n",
    ])
    #expect(mendedRun.status == 0, "\(mendedRun.error)")
    let after = try PublishedTables(folder: "Output/repeats/published", in: mendedDir)
    #expect(after.count("age/.unclear") == 0)
    #expect(after.codes("adult/yes") == ["v1", "v2"])
    let cells = CSVText.rows(try mendedDir.read("Output/repeats/published/machine/cells.csv"))
    let largest = cells.first {
      $0["table"] == "age" && $0["row"] == ".value" && $0["statistic"] == "maximum"
    }
    #expect(largest?["value"] == "47")
    #expect(
      try mendedDir.read("Output/repeats/published/machine/balance.csv").hasSuffix(
        "repeat_records,5\nrepeat_joined,3\nrepeat_quarantined,1\nrepeat_mended,1\n"))
    #expect(try findings(mendedDir) == ["no-parent settled people.csv:4"])
  }

  /// A record that stands in two files, as in exports that hold each other, counts once.
  @Test func oneInstanceInTwoFiles() throws {
    let (workdir, run) = try run(
      [
        "visits.csv": Self.visits, "people-1.csv": "no,visit,adult,age\n1,v1,yes,40\n",
        "people-2.csv": "no,visit,adult,age\n2,v1,no,7\n1,v1,yes,40\n",
      ],
      pipeline: Self.pipeline.replacing("people.csv", with: "people-*.csv")
        .replacing("parent: id}", with: "parent: id, id: no}"))
    #expect(run.status == 1)
    let found = CSVText.rows(
      try workdir.read("Output/repeats/published/machine/findings.csv"))
    #expect(found.map { $0["line"] } == ["3"])
    #expect(
      found.first?["message"]
        == "its key '1' stands on line 2 of 'people-1.csv' already: it would be counted twice")
  }

  /// With another number of records nobody can tell which ones they stand for.
  @Test func mendedFileWithoutAllRecords() throws {
    let (workdir, run) = try run([
      "visits.csv": Self.visits, "people.csv": "visit,adult,age\nv1,yes,forty\nv8,yes,30\n",
      "mended/people.csv": "visit,adult,age\nv1,yes,40\n",
    ])
    #expect(run.status == 1)
    #expect(try findings(workdir).contains("mended-count fatal mended/people.csv:2"))
    let tables = try PublishedTables(folder: "Output/repeats/published", in: workdir)
    #expect(tables.count("age/.unclear") == 1)
  }
}
