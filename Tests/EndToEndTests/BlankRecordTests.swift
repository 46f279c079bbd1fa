import Foundation
import Testing
import _TestSupport

/// A file of one column, in which a blank line may be a reply that says nothing.
struct BlankRecordTests {
  /// Who answered nothing counts as a respondent only where the pipeline says so; the empty end of the
  /// file is no line. The counts are those of the lines as one reads them.
  @Test(arguments: [
    (declared: "", text: "q1\nyes\n\nno\n\n\nyes\n", records: 3, lines: ["2", "4", "7"]),
    ("blank-records: yes", "q1\nyes\n\nno\n\n\nyes\n", 6, ["2", "3", "4", "5", "6", "7"]),
    ("blank-records: yes", "q1\r\nyes\r\n\r\nno\r\n", 3, ["2", "3", "4"]),
    ("blank-records: yes", "q1\ryes\r\rno\r", 3, ["2", "3", "4"]),
    // Blanks and empty quotes are a blank line too, above the first reply and below the last.
    ("blank-records: yes", "q1\n\n  \n\"\"\nyes\n\n", 5, ["2", "3", "4", "5", "6"]),
    // A line that ends where the file does is one; nothing behind it is none.
    ("blank-records: yes", "q1\nyes\n\nno", 3, ["2", "3", "4"]),
    // A blank line within quotes is part of a text.
    ("blank-records: yes", "q1\n\"yes\n\nno\"\n\n", 2, ["2", "5"]),
    // Comments are no records, and lines are counted on.
    ("comment: \"#\"\n    blank-records: yes", "q1\nyes\n# x\n\nno\n", 3, ["2", "4", "5"]),
  ])
  func records(declared: String, text: String, records: Int, lines: [String]) throws {
    let collection = try SmallCollection()
    let workdir = collection.workdir
    try workdir.write(
      """
      title: One column
      cut-off: 2024-06-30
      unit: respondent
      sources:
        - file: replies.csv
          unit: record
          received: {date: 2024-05-01}
          \(declared)
      """, to: "Pipelines/small/pipeline.yaml")
    try workdir.write("type,name,label\ntext,q1,Q1\n", to: "Pipelines/small/survey.csv")
    try workdir.write(
      "tables:\n  - id: t\n    rows: response\n", to: "Pipelines/small/tables.yaml")
    try workdir.write(text, to: "Input/small/replies.csv")
    let runner = StageRunner(workdir, collection: "small")
    let last = try runner.runAll()
    #expect(last.status == 0, "\(last.error)")
    let source = try #require(
      CSVText.rows(workdir.read("Output/small/ingested/sources.csv")).first)
    #expect(source["records"] == String(records))
    let found = CSVText.rows(
      try workdir.read("Output/small/ingested/sources/replies.csv/records.csv"))
    #expect(found.map { ($0["line"] ?? "").filter { $0 != " " } } == lines)
    let balance = CSVText.rows(try workdir.read("Output/small/published/machine/balance.csv"))
    #expect(balance.contains { $0["fate"] == "accepted" && $0["records"] == String(records) })
  }

  /// Positions are bytes of the file as received, in UTF-16 too.
  @Test func inUTF16() throws {
    let collection = try SmallCollection()
    let workdir = collection.workdir
    try collection.replace(
      "    unit: {column: Who}\n    received: {column: Received}",
      with: "    unit: record\n    received: {date: 2024-05-01}\n    blank-records: yes",
      in: "pipeline.yaml")
    let text = "remarks\nñ\n\nb\n"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    try workdir.write(Data(bytes), to: "Input/small/replies-1.csv")
    let run = try StageRunner(workdir, collection: "small").run("ingest")
    #expect(run.status == 0, "\(run.error)")
    let found = CSVText.rows(
      try workdir.read("Output/small/ingested/sources/replies-1.csv/records.csv"))
    let positions = found.map { row in
      ["line", "offset", "length"].map { (row[$0] ?? "").filter { $0 != " " } }.joined(
        separator: " ")
    }
    // The mark and `remarks` with its line end are 2 + 16 bytes.
    #expect(positions == ["2 18 4", "3 22 2", "4 24 4"])
  }
}
