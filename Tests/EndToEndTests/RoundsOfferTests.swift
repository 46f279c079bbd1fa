import Testing
import _TestSupport

/// Rounds of which some choices were not offered to everybody: a share is of who was, as in tables.
struct RoundsOfferTests {
  private let workdir: Workdir

  init() throws { workdir = try Workdir() }

  private func write(
    _ name: String, cutOff: String, choices: String, sources: [(version: String, replies: String)]
  ) throws {
    var pipeline = "title: T\ncut-off: \(cutOff)\nunit: respondent\nsources:\n"
    for (number, source) in sources.enumerated() {
      pipeline += "  - file: r\(number).csv\n    version: \(source.version)\n"
      pipeline += "    unit: {column: who}\n    received: {column: rec}\n"
      try workdir.write("who,rec,t\n\(source.replies)", to: "Input/\(name)/r\(number).csv")
    }
    let folder = "Pipelines/\(name)"
    try workdir.write(pipeline, to: "\(folder)/pipeline.yaml")
    try workdir.write("type,name,label\nselect_one t,t,Topic?\n", to: "\(folder)/survey.csv")
    try workdir.write(choices, to: "\(folder)/choices.csv")
    try workdir.write("tables:\n  - {id: t, rows: t}\n", to: "\(folder)/tables.yaml")
    for stage in StageRunner.stages.dropLast() {
      let run = try StageRunner(workdir, collection: name).run(stage)
      #expect(run.status == 0, "\(run.error)")
    }
  }

  /// What is said of the choice "aid" for all units, where of four replies of the newer round two are of
  /// the version that had it.
  private func aid(since: String) throws -> [String] {
    try write(
      "then", cutOff: "2004-12-31", choices: "list_name,name,label\nt,tax,Tax\nt,aid,Aid\n",
      sources: [("2004-01-01", "a,2004-05-01,tax\nb,2004-05-01,aid\n")])
    try write(
      "now", cutOff: "2012-12-31",
      choices: "list_name,name,label,since\nt,tax,Tax,\nt,aid,Aid,\(since)\n",
      sources: [
        ("2012-01-01", "a,2012-05-01,tax\nc,2012-05-01,tax\n"),
        ("2012-06-01", "b,2012-07-01,\(since < "2012-07" ? "aid" : "tax")\nd,2012-07-01,tax\n"),
      ])
    let run = try CommandRun.comparison(of: "then", with: "now", in: workdir)
    #expect(run.status == 0, "\(run.error)")
    let columns = [
      "from_numerator", "from_base", "from_value", "to_numerator", "to_base", "to_value", "change",
      "status",
    ]
    let folder = "Output/now/compared/then/machine"
    #expect(try !workdir.read("\(folder)/questionnaire.csv").contains("form_version"))
    let row = CSVText.rows(try workdir.read("\(folder)/changes.csv")).first {
      $0["choice"] == "aid" && $0["units"] == "all"
    }
    return columns.map { row?[$0] ?? "?" }
  }

  /// b of b and d, who were offered it; not of all four.
  @Test func shareIsOfWhoWasOffered() throws {
    #expect(try aid(since: "2012-06-01").dropLast() == ["1", "2", "50", "1", "2", "50", "0"])
  }

  /// Of nobody there is no share, and so no change.
  @Test func nobodyWasOffered() throws {
    let found = try aid(since: "2012-08-01")
    #expect(found.dropLast() == ["1", "2", "50", "0", "0", "", ""])
    #expect(found.last?.contains("no-base") == true)
  }
}
