import Foundation
import Testing
import _TestSupport

/// Lines that a source declares to be comments.
struct CommentTests {
  /// Comments are skipped between records alone, whatever they hold, and counted.
  @Test func comments() throws {
    let collection = try SmallCollection()
    let workdir = collection.workdir
    try collection.replace(
      "    received:", with: "    comment: \"#\"\n    received:", in: "pipeline.yaml")
    try workdir.write(
      "# made by \"a tool\nWho,Received,remarks\n#,\"\n\nA,2024-05-01,\"one\n# two\"\n# three\n"
        + "\"#4\",2024-05-01,x\n#",
      to: "Input/small/replies-1.csv")
    let run = try StageRunner(workdir, collection: "small").run("ingest")
    #expect(run.status == 0, "\(run.error)")
    let folder = "Output/small/ingested"
    let source = try #require(CSVText.rows(workdir.read("\(folder)/sources.csv")).first)
    #expect(source["comments"] == "4")
    #expect(source["records"] == "2")
    #expect(source["quarantined"] == "0")
    let seen = CSVText.rows(try workdir.read("\(folder)/sources/replies-1.csv/seen.csv"))
    #expect(seen.compactMap { $0["column"] == "1" ? $0["text"] : nil } == ["A", "#4"])
    #expect(seen.contains { $0["text"] == "one\n# two" })
    let records = CSVText.records(
      try workdir.read("\(folder)/sources/replies-1.csv/records.csv")
    ).dropFirst().map { $0[1].trimmingCharacters(in: .whitespaces) }
    #expect(records == ["5", "8"])
  }

  /// How many records have how many cells stands beside the source: a ragged export shows at once.
  @Test func widthsOfRecords() throws {
    let collection = try SmallCollection()
    try collection.workdir.write(
      "Who,Received,attended\nA,2024-05-01,yes\nB,2024-05-01\nC,2024-05-01,no,,\nD,2024-05-01,y\"\n"
        + "E,2024-05-01,yes\nF,2024-05-01,yes\nG,2024-05-01,no\n", to: "Input/small/replies-1.csv")
    _ = try StageRunner(collection.workdir, collection: "small").run("ingest")
    let source = try #require(
      CSVText.rows(collection.workdir.read("Output/small/ingested/sources.csv")).first)
    #expect(source["widths"] == "2:1 3:4 5:1 ?:1")
    #expect(source["header_rows"] == "1")
    #expect(source["columns"] == "3")
  }
}
