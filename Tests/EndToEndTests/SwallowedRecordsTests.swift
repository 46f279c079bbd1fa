import Testing
import _TestSupport

/// A quote that was opened by mistake and closed by chance: valid CSV that has lost records.
struct SwallowedRecordsTests {
  private func findings(_ text: String, keys: String = "") throws -> [[String: String]] {
    let collection = try SmallCollection()
    let workdir = collection.workdir
    if !keys.isEmpty {
      try collection.replace("rounding:", with: "\(keys)rounding:", in: "pipeline.yaml")
    }
    try workdir.write(text, to: "Input/small/replies-1.csv")
    let run = try StageRunner(workdir, collection: "small").run("ingest")
    #expect(run.status == 0, "\(run.error)")
    return CSVText.rows(try workdir.read("Output/small/ingested/findings.csv"))
  }

  /// The quote before `good` closes only before the last separator; two records are gone.
  @Test func recordsWithinACell() throws {
    let found = try findings(
      "Who,Received,remarks\nA,2024-05-01,fine\nB,2024-05-01,\"good\nC,2024-05-01,bad\n"
        + "D,2024-05-01,fair\nE,2024-05-01,none\"\nF,2024-05-01,last\n")
    #expect(found.map { $0["rule"] } == ["swallowed-records"])
    #expect(found.first?["severity"] == "query")
    #expect(found.first?["line"] == "3")
    #expect(
      found.first?["message"]?.hasPrefix("field 3 holds several lines, and 3 of them") == true)
  }

  @Test(arguments: [
    // Prose has a blank after its commas; a list need not, but has not as many cells.
    "Who,Received,remarks\nA,2024-05-01,\"one, two, three\nfour, five, six\"\n",
    "Who,Received,remarks\nA,2024-05-01,\"a,b\nc,d\ne\"\n",
    // One line alone may be chance.
    "Who,Received,remarks\nA,2024-05-01,\"a,b,c\nthe end\"\n",
    // Other separators than the source's.
    "Who;Received;remarks\nA;2024-05-01;\"a,b,c\nd,e,f\"\nB;2024-05-01;x\n",
  ])
  func cellsWithLinesOfTheirOwn(text: String) throws {
    #expect(try findings(text).isEmpty)
  }

  @Test func headerOfOneColumn() throws {
    #expect(try findings("Who\n\"A\nB\nC\"\n").isEmpty)
  }
}
