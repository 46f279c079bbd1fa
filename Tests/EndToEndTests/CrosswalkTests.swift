import Foundation
import Register
import Testing
import _TestSupport

/// Names of States as people write them, from the export to the published tables.
struct CrosswalkTests {
  private static let form = "type,name,label\nselect_one yn,q1,First?\n"
  private static let choices = "list_name,name,label\nyn,yes,Yes\nyn,no,No\n"
  private static let pipeline = """
    title: Names
    cut-off: 2005-07-29
    unit: state
    register: {treaty: migrants-protocol}
    sources:
      - file: replies.csv
        unit: {column: State}
        received: {column: Received}
    fail-on: fatal
    """
  private static let tables = """
    tables:
      - each: closed
        columns: [status]
        lists: all
    """

  /// The second cells are as people write them; of the last seven one is a former name, and six name no State.
  private static let replies = """
    Received,State,q1
    2005-07-01,"Congo, The Democratic Republic of the",Yes
    2005-07-01,CÔTE D’IVOIRE,Yes
    2005-07-01,iran (Islamic republic of),Yes
    2005-07-01,Korea (Rep. of),Yes
    2005-07-01,the former Yugoslav Republic of Macedonia,Yes
    2005-07-01,Российская Федерация,Yes
    2005-07-01,聖盧西亞,Yes
    2005-07-01,Namibbia,Yes
    2005-07-02,Korea,No
    2005-07-03,Zaire,No
    2005-07-04,South Sudan,No
    2005-07-05,European Community,No
    2005-07-06,NA,No
    2005-07-07,American Samoa,No

    """

  private func collection(crosswalk: String? = nil) throws -> StageRunner {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    for (name, text) in [
      "survey.csv": Self.form, "choices.csv": Self.choices, "pipeline.yaml": Self.pipeline,
      "tables.yaml": Self.tables,
    ] {
      try workdir.write(text, to: "Pipelines/names/\(name)")
    }
    if let crosswalk { try workdir.write(crosswalk, to: "Pipelines/names/crosswalk.csv") }
    try workdir.write(Self.replies, to: "Input/names/replies.csv")
    return StageRunner(workdir, collection: "names")
  }

  @Test func refusedNamesSayWhyAndWhatTheyMayMean() throws {
    let runner = try collection()
    let run = try runner.runAll()
    #expect(run.status == 1, "\(run.error)")
    let tables = try PublishedTables(folder: "Output/names/published", in: runner.workdir)
    #expect(
      tables.codes("q1/yes").sorted() == ["CIV", "IRN", "KOR", "LCA", "MKD", "RUS"])
    // A later reply under a former name, which is reported.
    #expect(tables.codes("q1/no") == ["COD"])
    let findings = CSVText.rows(
      try runner.workdir.read("Output/names/published/machine/findings.csv")
    ).filter { $0["rule"] == "former-name" }
    #expect(findings.map { "\($0["line"] ?? "") \($0["severity"] ?? "")" } == ["11 query"])
    #expect(findings.map { $0["unit"] } == ["COD"])
    #expect(
      findings.map { $0["message"] } == [
        "'Zaire' has not been the name of a State since 1997-05-17; it is taken for Democratic "
          + "Republic of the Congo (COD), as it is called on 2005-07-29"
      ])
    let index = CSVText.rows(
      try runner.workdir.read("Output/names/published/quarantine/index.csv"))
    let found = index.map { row in
      "\(row["line"] ?? "") \(row["severity"] ?? "") \(row["rule"] ?? ""): "
        + "\(row["message"] ?? ""); \(row["suggestion"] ?? "")"
    }
    let settle = "Mend the record, or settle the name in crosswalk.csv"
    let expected = [
      "9 fatal unknown-unit: 'Namibbia' is no name of a State; did you mean Namibia (NAM), "
        + "or Gambia (GMB), or Zambia (ZMB)? \(settle)",
      "10 fatal ambiguous-unit: 'Korea' is the name of more than one State; did you mean "
        + "Republic of Korea (KOR), or Democratic People's Republic of Korea (PRK)? \(settle)",
      "12 fatal state-not-yet: 'South Sudan' (SSD) is a Member State only since 2011-07-14; the "
        + "cut-off is 2005-07-29; correct the cut-off, or the days in units.csv if it is listed there, or "
        + "mend the record, or settle the name in crosswalk.csv: who the reply counts for, or 'none'",
      "13 fatal no-state: 'European Community' (EU) is an organization and no State; add 'EU' to "
        + "units.csv if it was to report, or settle the name in crosswalk.csv as 'none'",
      "14 fatal unknown-unit: 'NA' is no name of a State; did you mean ",
      "15 fatal unknown-unit: 'American Samoa' is no name of a State; did you mean Samoa (WSM), ",
    ]
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) {
      #expect(found.hasPrefix(expected), "\(found)")
      #expect(!expected.contains("did you mean") || found.hasSuffix("? \(settle)"), "\(found)")
    }
  }

  /// One line settles a name for the next run, also for good.
  @Test func crosswalkSettlesNames() throws {
    let runner = try collection()
    #expect(try runner.runAll().status == 1)
    try runner.workdir.write(
      """
      name,state,reason
      Namibbia,NAM,"slip of the pen, confirmed by the mission"
      korea,KOR,the address is in Seoul
      Zaire,COD,the name of before 1997
      South Sudan,SDN,sent by the Government of Southern Sudan
      European Community,none,signed for itself
      NA,none,a test
      American Samoa,none,a territory

      """, to: "Pipelines/names/crosswalk.csv")
    let run = try runner.runAll()
    #expect(run.status == 0, "\(run.error)")
    let folder = "Output/names/published"
    let tables = try PublishedTables(folder: folder, in: runner.workdir)
    #expect(tables.codes("q1/yes").contains("NAM"))
    // Of the two submissions of the Republic of Korea the later counts.
    #expect(tables.codes("q1/no").sorted() == ["COD", "KOR", "SDN"])
    let findings = CSVText.rows(try runner.workdir.read("\(folder)/machine/findings.csv"))
    #expect(
      findings.map { "\($0["severity"] ?? "") \($0["rule"] ?? ""): \($0["message"] ?? "")" } == [
        "settled no-state: 'European Community' is no State (line 6 of crosswalk.csv): "
          + "signed for itself",
        "settled no-state: 'NA' is no State (line 7 of crosswalk.csv): a test",
        "settled no-state: 'American Samoa' is no State (line 8 of crosswalk.csv): a territory",
      ])
    // What is no State is kept all the same.
    let kept = try runner.workdir.read("\(folder)/quarantine/records/replies.csv")
    #expect(kept.components(separatedBy: "\n").count == 5)
  }

  @Test func lineThatNoRecordNeedsIsAQuery() throws {
    let runner = try collection(
      crosswalk: "name,state,reason\nAbidjan,CIV,not needed\nAtlantis,none,not there\n")
    #expect(try runner.runAll().status == 1)
    let findings = CSVText.rows(
      try runner.workdir.read("Output/names/published/machine/findings.csv")
    ).filter { $0["rule"] == "unused-crosswalk-line" }
    #expect(findings.map { $0["severity"] } == ["query", "query"])
    #expect(findings.map { $0["source"] } == ["crosswalk.csv", "crosswalk.csv"])
    #expect(findings.map { $0["line"] } == ["2", "3"])
    #expect(
      findings.last?["message"] == "no record needed the line for 'Atlantis'; it did nothing")
  }

  /// France has not replied; Côte d'Ivoire has, by its own name.
  @Test func lineOfAStateThatSentNothingIsNone() throws {
    let runner = try collection(
      crosswalk: "name,state,reason\nA-17,FRA,access code\nA-18,CIV,access code\n")
    #expect(try runner.runAll().status == 1)
    let findings = CSVText.rows(
      try runner.workdir.read("Output/names/published/machine/findings.csv")
    ).filter { $0["rule"] == "unused-crosswalk-line" }
    #expect(findings.map { $0["line"] } == ["3"])
  }

  @Test func respondentsHaveNoCrosswalk() throws {
    let small = try SmallCollection()
    try small.workdir.write("name,state,reason\n", to: "Pipelines/small/crosswalk.csv")
    try small.workdir.write("Who,Received\n", to: "Input/small/replies-1.csv")
    let runner = StageRunner(small.workdir, collection: "small")
    #expect(try runner.run("ingest").status == 0)
    let run = try runner.run("normalize")
    #expect(run.status == 78)
    #expect(
      run.error
        == "Pipelines/small/crosswalk.csv: error: [no-register] the unit is the respondent, who "
        + "stands in no register; expected no crosswalk. Delete it\n")
  }

  /// A stage behind refuses to count on a crosswalk that changed since.
  @Test func changedCrosswalkIsNoticed() throws {
    let runner = try collection()
    #expect(try runner.runAll().status == 1)
    try runner.workdir.write("name,state,reason\nNA,NAM,x\n", to: "Pipelines/names/crosswalk.csv")
    let run = try runner.run("validate")
    #expect(run.status == 65)
    #expect(run.error.contains("[out-of-date] the folder was made from another crosswalk.csv"))
  }
}
