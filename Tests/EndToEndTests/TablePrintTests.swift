import Questionnaire
import Testing
import _TestSupport

/// How tables are printed: the eight replies of `TableFeatureTests`, and three States of 193.
struct TablePrintTests {
  /// Germany and Namibia have a law, Spain did not say.
  private static func states(
    _ plan: String, spain: String = "", report: String = ""
  ) throws -> Workdir {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    let folder = "Pipelines/states"
    try workdir.write(
      """
      title: States
      cut-off: 2024-06-30
      unit: state
      sources:
        - file: replies.csv
          unit: {column: state, by: iso3}
          received: {column: received}

      """, to: "\(folder)/pipeline.yaml")
    try workdir.write("type,name,label\nselect_one yn,law,Law?\n", to: "\(folder)/survey.csv")
    try workdir.write("list_name,name,label\nyn,yes,Yes\nyn,no,No\n", to: "\(folder)/choices.csv")
    try workdir.write(plan, to: "\(folder)/tables.yaml")
    try workdir.write(report, to: "\(folder)/report.md")
    try workdir.write(
      "state,received,law\nDEU,2024-06-01,yes\nNAM,2024-06-01,yes\nESP,2024-06-01,\(spain)\n",
      to: "Input/states/replies.csv")
    let run = try StageRunner(workdir, collection: "states").runAll()
    #expect(run.status == 0, "\(run.error)")
    return workdir
  }

  private static func lines(_ table: String, _ workdir: Workdir) throws -> [String] {
    try workdir.read("Output/states/published/tables/\(table).csv")
      .split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Under a question, what is known of all States keeps all of them as its base.
  @Test func attributesBelowQuestions() throws {
    let workdir = try Self.states(
      """
      tables:
        - {id: mixed, rows: [law, response], states: no}
        - {id: some, rows: response, where: "${law} = 'yes'"}
        - {id: across, rows: law, columns: [response, regional_group], statistics: [count]}

      """)
    #expect(
      try Self.lines("mixed", workdir).dropFirst() == [
        "Percentages are of the base below each group of rows.", "", ",Total,\"Total, per cent\"",
        "Law?", "Yes,2,100", "No,0,0", "Base: units that answered this question,2,", "Response",
        "Replied,3,2", "Did not reply,190,98", "Base: all units,193,", "",
      ])
    let cells = CSVText.rows(try workdir.read("Output/states/published/cells.csv"))
    let shares = cells.filter { $0["table"] == "mixed" && $0["statistic"] == "percent" }
    #expect(shares.map { $0["base"] } == ["2", "2", "193", "193"])
    #expect(
      shares.map { $0["base_label"] } == [
        "units that answered this question", "units that answered this question", "all units",
        "all units",
      ])
    // What attributes say needs no name before it.
    #expect(
      try Self.lines("across", workdir)[2].hasPrefix("Law?,Total,Replied,Did not reply,"))
    // Who is counted at all is part of what the base is.
    #expect(try Self.lines("some", workdir)[4] == "Replied,2,100")
    #expect(
      try Self.lines("some", workdir)[6] == "\"Base: all units, where ${law} = 'yes'\",2,")
  }

  /// Ratings are 1, 1, 1, 2 and 3 of 8.
  @Test func sharesThatAddUpInTableAndReport() throws {
    let found = try TableFeatureTests.collection(
      """
      tables:
        - {id: none, rows: rating, shares: add-up, decimals: 0, states: no}
        - {id: one, rows: law, decimals: 1}
      """,
      report:
        "{{percent none/2}}; {{percent none/5}}; {{percent one/yes}}; {{percent none/4 = 25 per cent}}; {{percent none/1 = 12 per cent}}\n"
    )
    // 12.5, 12.5, 12.5, 25 and 37.5: 98 points without their halves, of which the largest gets one
    // of the two that are missing, the first of the others the other.
    #expect(
      try found.table("none")[4...8].map { $0 } == [
        "1,1,13", "2,1,12", "3,1,12", "4,2,25", "5,3,38",
      ])
    #expect(
      try found.workdir.read("Output/eight/published/report.md")
        == "12 per cent (1 of 8); 38 per cent (3 of 8); 42.9 per cent (3 of 7); 25 per cent; 12 per cent\n"
    )
    let findings = CSVText.rows(try found.workdir.read("Output/eight/published/findings.csv"))
    #expect(findings.compactMap { $0["message"] }.count == 1)
  }

  @Test func bannersAreNamed() throws {
    let found = try TableFeatureTests.collection(
      """
      tables:
        - {id: two, rows: law, columns: [region, rating], statistics: [count], states: no}
        - {id: one, rows: law, columns: region, statistics: [count], states: no}
        - {id: nest, rows: law, columns: [{nest: [region, region_too]}], statistics: [count]}
      variables:
        - name: region_too
          label: Region again
          from: region
          codes: [{name: n, label: North, of: [north]}, {name: s, label: South, of: [south]}]
      """)
    #expect(
      try found.table("two")[2]
        == "Is there a law?,Total,Region: North,Region: South,Rating: 1,Rating: 2,Rating: 3,"
        + "Rating: 4,Rating: 5")
    #expect(found.value("count two/yes/south", "column_label") == "Region: South")
    #expect(try found.table("one")[2] == "Is there a law?,Total,Region: North,Region: South")
    #expect(
      found.value("count nest/yes/north:n", "column_label")
        == "Region: North, Region again: North")
  }

  /// Ratings are 1, 1, 1, 2 and 3 of 8 for 1 to 5: a net moves with its codes, adjacent or not.
  @Test func netsAndTheirCodesStayTogether() throws {
    let found = try TableFeatureTests.collection(
      """
      tables:
        - {id: by_count, rows: rating, order: count, states: no, statistics: [count],
           nets: [{name: ends, label: Ends, of: ["1", "5"]}]}
        - {id: last, rows: rating, last: ["1"], states: no, statistics: [count],
           nets: [{name: ends, label: Ends, of: ["1", "5"]}]}
        - {id: two, rows: rating, states: no, statistics: [count],
           nets: [{name: low, label: Low, of: ["1", "2"]}, {name: even, label: Even, of: ["2", "4"]},
                  {name: two, label: Two, of: ["2"]}]}
        - {id: by_label, rows: topics, order: label, states: no, statistics: [count],
           nets: [{name: xy, label: Zenith, of: [x, y]}]}
      """)
    let body = { (id: String) in Array(try found.table(id)[3...].dropLast(2)) }
    #expect(
      try body("by_count") == ["Ends,4", "of which: 5,3", "of which: 1,1", "4,2", "2,1", "3,1"])
    #expect(try body("last") == ["Ends,4", "of which: 5,3", "of which: 1,1", "2,1", "3,1", "4,2"])
    // Two is of low and of even, but stands once; nothing is left for the third net.
    #expect(
      try body("two") == [
        "Low,2", "of which: 1,1", "of which: 2,1", "Even,3", "of which: 4,2", "Two,1", "3,1", "5,3",
      ])
    // x or y: all but r3, r5 and r8, who ticked z or nothing.
    #expect(
      try body("by_label") == ["Alpha,3", "Zenith,5", "of which: Xenia,4", "of which: Yule,3"])
  }

  /// Each share and mean has its base, each net its codes, each note its mark, in a matrix too.
  @Test func nothingStandsWithoutWhatItIsOf() throws {
    let found = try TableFeatureTests.collection(
      """
      sample: {confidence: 90}
      tables:
        - {id: share, rows: law, statistics: [percent], states: no, columns: region}
        - {id: mean, rows: rating, statistics: [mean, percent], states: no}
        - {id: grid, rows: rating, layout: matrix, statistics: [percent, upper-limit],
           nets: [{name: high, label: High, top: 2}],
           footnotes: [{on: "5", text: Best.}]}
        - {id: ranks, rows: ranks, statistics: [count, response-percent], states: no}
        - {id: both, rows: law, columns: law, statistics: [count], states: no,
           footnotes: [{column: yes, text: Of those.}]}
      """)
    #expect(
      try found.table("share")[4...].dropLast() == [
        "Yes,43,33,50", "In part,29,33,25", "No,29,33,25",
        "Base: units that answered this question,7,3,4",
      ])
    #expect(
      try found.table("mean").suffix(3).dropLast() == [
        "Base: units that answered this question,3.63,", "Number in the base,8,",
      ])
    let grid = try found.table("grid")
    #expect(
      grid[4].hasPrefix(",\"1, per cent\",\"1, upper limit\",\"2, per cent\",\"2, upper limit\""))
    #expect(
      grid[4].contains(",\"High, per cent\",\"High, upper limit\",\"of which: 4, per cent\","))
    #expect(
      grid[4].hasSuffix(
        ",\"of which: 5 (a), upper limit\",Base: units that answered this question"))
    #expect(grid[5].hasPrefix("Rating,13,") && grid[5].hasSuffix(",8"))
    // r1, r2, r4 and r5 ranked topics: each has one that stands first.
    #expect(found.value("count ranks/.responses/.total") == "4")
    #expect(
      found.value("count ranks/.responses/.total", "row_label") == "Choices ranked first")
    #expect(found.value("response-percent ranks/x/.total", "base_label") == "choices ranked first")
    #expect(
      try found.table("both")[2]
        == "Is there a law?,Total,Is there a law?: Yes (a),Is there a law?: In part,"
        + "Is there a law?: No")
    #expect(try found.table("both")[3] == "Yes,3,3,0,0")
  }

  /// Names in another language of the register than the pipeline's, and examples in prose.
  @Test func listsInALanguageAndAsExamples() throws {
    let workdir = try Self.states(
      """
      tables:
        - {id: english, rows: law, lists: all, examples: 2}
        - {id: french, rows: law, lists: all, language: fr}

      """, spain: "yes", report: "{{names english/yes}}; {{names french/yes}}\n")
    let published = "Output/states/published"
    #expect(
      try workdir.read("\(published)/report.md")
        == "for example Germany and Namibia; Allemagne, Espagne et Namibie\n")
    let lists = CSVText.rows(try workdir.read("\(published)/lists.csv"))
    #expect(lists.filter { $0["table"] == "english" }.count == 3)
    #expect(
      lists.filter { $0["table"] == "french" }.map { $0["name"] }
        == ["Allemagne", "Espagne", "Namibie"])
  }
}
