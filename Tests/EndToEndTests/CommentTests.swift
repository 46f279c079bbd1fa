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
}
