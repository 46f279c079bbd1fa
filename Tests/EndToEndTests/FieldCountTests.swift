import Testing
import _TestSupport

/// Records with other numbers of cells than the header has columns.
struct FieldCountTests {
  /// A file of three columns, what is declared of it, and the lines of the records set aside.
  static let files: [(name: String, declared: String, text: String, lines: [String])] = [
    (
      "a stray separator in one record, and a blank at its end", "",
      "id,q1,remark\n1,yes,a\n2,ye,s,\n3,no,b\n4,yes,c\n", ["3"]
    ),
    (
      "blanks at the end of all records", "", "id,q1,remark\n1,yes,a,,\n2,no,b,,\n3,no,,,\n", []
    ),
    (
      "blanks at the end of most, and one more in a record", "",
      "id,q1,remark\n1,yes,a,\n2,no,b,\n3,no,,,\n4,no,b,\n5,no,b\n", ["4"]
    ),
    (
      "blanks at the end of one, declared harmless", "surplus-blanks: yes",
      "id,q1,remark\n1,yes,a\n2,no,b,,,\n3,no,\n", []
    ),
    (
      "something beyond the last column, though blanks are harmless", "surplus-blanks: yes",
      "id,q1,remark\n1,yes,a\n2,no,b,,x\n3,no,\n", ["3"]
    ),
    ("a cell too few", "surplus-blanks: yes", "id,q1,remark\n1,yes,a\n2,no\n", ["3"]),
  ]

  @Test(arguments: files)
  func setAside(name: String, declared: String, text: String, lines: [String]) throws {
    let collection = try SmallCollection()
    try collection.workdir.write(
      """
      title: Cells
      cut-off: 2024-06-30
      unit: respondent
      sources:
        - file: replies.csv
          unit: {column: id}
          received: {date: 2024-05-01}
          \(declared)
      """, to: "Pipelines/small/pipeline.yaml")
    try collection.workdir.write(
      "type,name,label\ntext,q1,Q1\ntext,remark,Remark\n", to: "Pipelines/small/survey.csv")
    try collection.workdir.write("tables:\n  - rows: response\n", to: "Pipelines/small/tables.yaml")
    try collection.workdir.write(text, to: "Input/small/replies.csv")
    let runner = StageRunner(collection.workdir, collection: "small")
    #expect(try runner.run("ingest").status == 0)
    let rows = CSVText.rows(
      try collection.workdir.read("Output/small/ingested/quarantine.csv"))
    #expect(rows.map { "\($0["rule"] ?? "")" } == lines.map { _ in "field-count" })
    #expect(rows.map { $0["line"] ?? "" } == lines)
  }

  /// Records that nearly all have a cell more than there are headings: any of their answers may stand
  /// under a wrong heading.
  @Test(arguments: [
    // The last heading was lost, and one cell of five is blank.
    "id,q1,remark\n1,yes,a,Kenya\n2,no,b,Peru\n3,no,,\n4,yes,c,Togo\n5,yes,d,Chad\n",
    // R has no heading above the names of its rows.
    "id,q1,remark\n\"1\",R1,yes,a\n\"2\",R2,no,b\n\"3\",R3,no,c\n\"4\",R4,no,d\n",
  ])
  func aLostHeadingIsRefused(text: String) throws {
    let respondents = try Respondents(
      form: "select_one yn,q1,Q1,,,\ntext,remark,Remark,,,\n", pipeline: "    delimiter: \",\"",
      replies: text.replacing("id,q1", with: "Who,q1"))
    let run = try StageRunner(respondents.workdir, collection: "replies").run("ingest")
    #expect(run.status == 65)
    #expect(run.error.contains("replies.csv:1: error: [lost-heading] there are 3 headings"))
    #expect(run.error.contains("4 fields"))
  }
}
