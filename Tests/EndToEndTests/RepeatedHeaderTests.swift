import Testing
import _TestSupport

/// Exports that somebody has joined: the header of the second is no reply.
struct RepeatedHeaderTests {
  private func ingest(_ text: String) throws -> (source: [String: String]?, lines: [String?]) {
    let collection = try SmallCollection()
    let workdir = collection.workdir
    try workdir.write(text, to: "Input/small/replies-1.csv")
    let run = try StageRunner(workdir, collection: "small").run("ingest")
    #expect(run.status == 0, "\(run.error)")
    let findings = CSVText.rows(try workdir.read("Output/small/ingested/findings.csv"))
    #expect(findings.allSatisfy { $0["rule"] == "repeated-header" && $0["severity"] == "query" })
    return (
      CSVText.rows(try workdir.read("Output/small/ingested/sources.csv")).first,
      findings.map { $0["line"] }
    )
  }

  @Test func headerAmongTheRecords() throws {
    let (source, lines) = try ingest(
      "Who,\"How was\nit?\"\nA,x\nWho,\"How was\nit?\"\nB,y\n\"Who\",\"How was\nit?\"\n")
    #expect(lines == ["4", "7"])
    #expect(source?["records"] == "2")
    #expect(source?["quarantined"] == "0")
    #expect(source?["widths"] == "2:2")
  }

  /// Each row of a header of several.
  @Test func headerOfTwoRows() throws {
    let header = "Respondent ID,How?,\n,Response,Other\n"
    let (source, lines) = try ingest(header + "1,a,\n" + header + "2,,b\n")
    #expect(source?["convention"] == "surveymonkey")
    #expect(lines == ["4", "5"])
    #expect(source?["records"] == "2")
  }

  /// SurveyMonkey without a single open question: the row of options is no reply.
  @Test func optionsAlone() throws {
    let (source, lines) = try ingest("Respondent ID,Collector ID,How?,\n,,Mail,Web\n1,7,Mail,\n")
    #expect(source?["convention"] == "surveymonkey")
    #expect(
      source?["convention_why"] == "'Respondent ID', and 'Web' in the second row under a blank")
    #expect(lines.isEmpty)
    #expect(source?["records"] == "1")
  }

  /// One cell like its heading may be chance, and so may all of some.
  @Test(arguments: ["Who\nA\nWho\n", "Who,remarks\nA,x\nWho,y\n"])
  func recordsLikeTheHeader(text: String) throws {
    let (source, lines) = try ingest(text)
    #expect(lines.isEmpty)
    #expect(source?["records"] == "2")
  }
}
