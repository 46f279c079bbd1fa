import Testing
import _TestSupport

/// What a stage prints of its phases: nothing on a pipe, unless it is asked for.
struct TimingsTests {
  @Test func aLineForEachPhase() throws {
    let collection = try SmallCollection()
    try collection.workdir.write(
      "Who,Received,remarks\nA,2024-05-01,x\n", to: "Input/small/replies-1.csv")
    let runner = StageRunner(collection.workdir, collection: "small")
    var phases: [String] = []
    for stage in ["ingest", "normalize", "validate", "aggregate", "export"] {
      let run = try runner.run(stage, arguments: ["--timings"])
      #expect(run.status <= 1, "\(run.error)")
      #expect(run.output == "")
      for line in run.error.split(separator: "\n") {
        let parts = try #require(
          line.wholeMatch(of: /small: (\w+: .+): \d+\.\d{3} s, \d+\.\d{3} s of processor/),
          "\(line)")
        phases.append(String(parts.1))
      }
    }
    #expect(phases.contains("ingest: reading sources"))
    #expect(phases.contains("normalize: records of replies-1.csv"))
    #expect(phases.contains("export: tables, workbook and page"))
    #expect(!phases.contains { $0.isEmpty })
    #expect(Set(phases).count == phases.count)
  }

  @Test func nothingOnAPipe() throws {
    let collection = try SmallCollection()
    try collection.workdir.write(
      "Who,Received,remarks\nA,2024-05-01,x\n", to: "Input/small/replies-1.csv")
    let run = try StageRunner(collection.workdir, collection: "small").run("ingest")
    #expect(run.error == "" && run.output == "")
  }
}
