import Testing
import _TestSupport

/// What a table plan can ask for, on eight replies that are counted by hand.
///
/// | who | region | law | topics | age | rating | ranks |
/// |---|---|---|---|---|---|---|
/// | r1 | north | yes | x y | 20 | 5 | x y z |
/// | r2 | north | part | x | 30 | 4 | y x |
/// | r3 | north | no | z | 40 | 2 | |
/// | r4 | south | yes | y z | 50 | 5 | z x y |
/// | r5 | south | no | | 60 | 1 | x |
/// | r6 | south | part | x y z | 25 | 3 | |
/// | r7 | north | | x | 35 | 4 | |
/// | r8 | south | yes | | | 5 | |
struct TableFeatureTests {
  struct Collection {
    let workdir: Workdir
    fileprivate let cells: [String: [String: String]]

    /// `statistic table/row/column` to a column of `cells.csv`.
    func value(_ place: String, _ column: String = "value") -> String? { cells[place]?[column] }

    func table(_ id: String) throws -> [String] {
      try workdir.read("Output/eight/published/tables/\(id).csv")
        .split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static func collection(
    _ plan: String, weights: [String]? = nil, report: String? = nil
  ) throws -> Collection {
    let workdir = try Workdir()
    let folder = "Pipelines/eight"
    try workdir.write(
      """
      title: Eight
      cut-off: 2024-06-30
      unit: respondent
      sources:
        - file: replies.csv
          unit: {column: who}
          received: {column: received}
          separator: " "

      """, to: "\(folder)/pipeline.yaml")
    try workdir.write(
      """
      type,name,label
      select_one region,region,Region
      select_one law,law,Is there a law?
      select_multiple topic,topics,Topics
      integer,age,Age
      select_one rating,rating,Rating
      rank topic,ranks,Order of topics
      decimal,weight,Weight

      """, to: "\(folder)/survey.csv")
    try workdir.write(
      """
      list_name,name,label
      region,north,North
      region,south,South
      law,yes,Yes
      law,part,In part
      law,no,No
      topic,x,Xenia
      topic,y,Yule
      topic,z,Alpha
      rating,1,1
      rating,2,2
      rating,3,3
      rating,4,4
      rating,5,5

      """, to: "\(folder)/choices.csv")
    try workdir.write(plan, to: "\(folder)/tables.yaml")
    if let report { try workdir.write(report, to: "\(folder)/report.md") }
    let weights = weights ?? Array(repeating: "1", count: 8)
    let replies = [
      "north,yes,x y,20,5,x y z", "north,part,x,30,4,y x", "north,no,z,40,2,",
      "south,yes,y z,50,5,z x y", "south,no,,60,1,x", "south,part,x y z,25,3,",
      "north,,x,35,4,", "south,yes,,,5,",
    ]
    try workdir.write(
      "who,received,region,law,topics,age,rating,ranks,weight\n"
        + replies.enumerated().map { "r\($0 + 1),2024-06-01,\($1),\(weights[$0])\n" }.joined(),
      to: "Input/eight/replies.csv")
    let run = try StageRunner(workdir, collection: "eight").runAll()
    #expect(run.status == 0, "\(run.error)")
    var cells: [String: [String: String]] = [:]
    for row in CSVText.rows(try workdir.read("Output/eight/published/cells.csv")) {
      let place = "\(row["table"] ?? "")/\(row["row"] ?? "")/\(row["column"] ?? "")"
      cells["\(row["statistic"] ?? "") \(place)"] = row
    }
    return Collection(workdir: workdir, cells: cells)
  }

  @Test func netsAndNests() throws {
    let found = try Self.collection(
      """
      tables:
        - id: nest
          rows: {nest: [region, law]}
          nets:
            - {name: some, label: Yes or in part, of: [yes, part]}
          columns: [{nest: [region, law]}]
          lists: [some]
        - id: stack
          rows: [law, rating]
          nets: []
          columns: region
          statistics: [count, row-percent, table-percent]
      """)
    // North: r1 yes, r2 in part, r3 no; r7 did not answer. South: r4 and r8 yes, r6 in part, r5 no.
    #expect(found.value("count nest/north:yes/.total") == "1")
    #expect(found.value("count nest/north:some/.total") == "2")
    #expect(found.value("percent nest/north:some/.total") == "66.666666666667")
    #expect(found.value("percent nest/north:some/.total", "base") == "3")
    #expect(found.value("count nest/south:some/.total") == "3")
    #expect(found.value("count nest/north:.no_answer/.total") == "1")
    #expect(found.value("count nest/south:.population/.total") == "4")
    #expect(found.value("count nest/south:yes/south:yes") == "2")
    #expect(found.value("count nest/south:yes/north:yes") == "0")
    #expect(found.value("percent nest/south:yes/north:yes", "status") == "no-base")
    #expect(found.value("count nest/south:some/.total", "row_variable") == "region:law")
    #expect(found.value("count nest/south:some/.total", "row_label") == "South: Yes or in part")
    // Of the three that say yes, one is in the north; of the seven that answered, one seventh.
    #expect(found.value("row-percent stack/law:yes/north") == "33.333333333333")
    #expect(found.value("row-percent stack/law:yes/north", "base") == "3")
    #expect(found.value("table-percent stack/law:yes/north") == "14.285714285714")
    #expect(found.value("count stack/rating:5/south") == "2")
    let lines = try found.table("nest")
    #expect(
      lines[3].hasPrefix(
        "Is there a law?,Total,\"Total, per cent\",\"Region: North, Is there a law?: Yes\""))
    #expect(lines[4] == "North")
    #expect(lines[5].hasPrefix("Yes or in part,2,67,1,100,1,100,0,0,0,,"))
    #expect(lines[6].hasPrefix("of which: Yes,1,33,1,100,"))
    let lists = CSVText.rows(try found.workdir.read("Output/eight/published/lists.csv"))
    #expect(
      lists.filter { $0["row"] == "south:some" && $0["column"] == ".total" }.map { $0["name"] }
        == ["r4", "r6", "r8"])
  }

  @Test func derivedVariables() throws {
    let found = try Self.collection(
      """
      variables:
        - name: age_band
          label: Age band
          from: age
          codes:
            - {name: young, label: Below 30, below: 30}
            - {name: old, label: 50 and above, from: 50}
        - name: has_law
          from: law
          codes:
            - {name: law, label: Some law, of: [yes, part]}
        - name: kinds
          overlapping: yes
          codes:
            - {name: eager, where: "${rating} >= 4"}
            - {name: lawful, where: "${law} = 'yes' or ${has_law} = 'law'"}
      tables:
        - rows: age_band
        - rows: has_law
          columns: [age_band]
        - rows: kinds
          base: respondents
      """)
    // 20 and 25 are below 30, 50 and 60 are not; 30, 40 and 35 are in no band, and r8 gave no age.
    #expect(found.value("count age_band/young/.total") == "2")
    #expect(found.value("count age_band/old/.total", "base") == "4")
    #expect(found.value("count age_band/.not_applicable/.total") == "3")
    #expect(found.value("count age_band/.no_answer/.total") == "1")
    #expect(found.value("count has_law/law/young") == "2")
    #expect(found.value("count has_law/law/old") == "1")
    // Rated 4 or 5: r1 r2 r4 r7 r8; a law: r1 r2 r4 r6 r8. Together r1 r2 r4 r8 count in both.
    #expect(found.value("count kinds/eager/.total") == "5")
    #expect(found.value("percent kinds/lawful/.total") == "62.5")
  }

  @Test func statisticsOfNumbersScalesChoicesAndRanks() throws {
    let found = try Self.collection(
      """
      tables:
        - rows: age
          statistics: [count, mean, median, lower-quartile, upper-quartile, standard-deviation, sum]
        - rows: rating
          statistics: [count, percent, mean, median]
          nets: [{name: top2, label: Top two, top: 2}, {name: bottom1, bottom: 1}]
        - rows: topics
          statistics: [count, percent, response-percent]
          columns: [region]
        - rows: ranks
          statistics: [count, percent, ranked, ranked-percent, mean-rank]
      """)
    // 20 25 30 35 40 50 60: the quarters end at 1.75 and 5.25 of seven.
    let age = ["mean", "median", "lower-quartile", "upper-quartile", "standard-deviation", "sum"]
    #expect(
      age.map { found.value("\($0) age/.value/.total") }
        == ["37.142857142857", "35", "25", "50", "14.0999831138", "260"])
    // 5 4 2 5 1 3 4 5: the middle two are 4 and 4.
    #expect(found.value("mean rating/.base/.total") == "3.625")
    #expect(found.value("median rating/.base/.total") == "4")
    #expect(found.value("count rating/top2/.total") == "5")
    #expect(found.value("percent rating/bottom1/.total") == "12.5")
    // Ticks: x four times, y three, z three, by six that ticked any.
    #expect(found.value("percent topics/x/.total") == "66.666666666667")
    #expect(found.value("count topics/.responses/.total") == "10")
    #expect(found.value("response-percent topics/x/.total") == "40")
    #expect(found.value("response-percent topics/y/south") == "40")
    // x first twice, ranked four times: 1 2 2 1.
    #expect(found.value("count ranks/x/.total") == "2")
    #expect(found.value("ranked ranks/x/.total") == "4")
    #expect(found.value("ranked-percent ranks/y/.total") == "75")
    #expect(found.value("mean-rank ranks/x/.total") == "1.5")
    #expect(found.value("mean-rank ranks/y/.total") == "2")
  }

  @Test func howTablesLook() throws {
    let found = try Self.collection(
      """
      tables:
        - id: ordered
          title: Topics
          rows: topics
          order: count
          last: [x]
          states: no
          statistics: [count, percent]
          decimals: 1
          footnotes:
            - {on: title, text: "Of {{number ordered/.base}} replies."}
            - {on: z, text: Two of them in the south.}
        - id: by_label
          rows: topics
          order: label
          states: no
        - id: sums
          rows: law
          shares: add-up
          states: no
          columns: [region]
          total: last
        - id: grid
          title: Both
          rows: [rating, stars]
          layout: matrix
          statistics: [count, percent, mean]
      variables:
        - name: stars
          label: Stars
          from: rating
          codes:
            - {name: "1", of: ["1"]}
            - {name: "2", of: ["2"]}
            - {name: "3", of: ["3"]}
            - {name: "4", of: ["4"]}
            - {name: "5", of: ["5"]}
      """)
    #expect(
      try found.table("ordered") == [
        "Topics (a)",
        "Percentages are of the base: units that answered this question.", "",
        "Topics,Total,\"Total, per cent\"", "Yule,3,50.0", "Alpha (b),3,50.0", "Xenia,4,66.7",
        "Base: units that answered this question,6,", "", "(a) Of six replies.",
        "(b) Two of them in the south.", "",
      ])
    #expect(
      try found.table("by_label")[4...6].map { $0.prefix { $0 != "," } } == [
        "Alpha", "Xenia", "Yule",
      ])
    // 3, 2 and 2 of 7 are 42.86, 28.57 and 28.57; a third each of three are 34, 33 and 33.
    let sums = try found.table("sums")
    #expect(
      sums[3]
        == "Is there a law?,Region: North,\"Region: North, per cent\",Region: South,"
        + "\"Region: South, per cent\",Total,\"Total, per cent\""
    )
    #expect(
      sums[4...6].map { $0 } == [
        "Yes,1,34,2,50,3,43", "In part,1,33,1,25,2,29", "No,1,33,1,25,2,28",
      ])
    let grid = try found.table("grid")
    #expect(grid[3].hasPrefix(",1,\"1, per cent\",2,\"2, per cent\",3"))
    #expect(grid[4] == "Rating,1,13,1,13,1,13,2,25,3,38,8,3.63")
    #expect(grid[5] == "Stars,1,13,1,13,1,13,2,25,3,38,8,3.63")
  }

  @Test func weightsOfOnesOwn() throws {
    let found = try Self.collection(
      """
      weights: {question: weight}
      tables:
        - rows: law
          statistics: [count, weighted-count, percent]
          columns: [region]
        - rows: age
          statistics: [mean, median, sum]
        - id: plain
          rows: law
          weighted: no
      """, weights: ["2", "1", "1", "0.5", "1", "1", "4", "2.5"])
    // Yes: 2 + 0.5 + 2.5 = 5 of 2 + 1 + 1 + 0.5 + 1 + 1 + 2.5 = 9.
    #expect(found.value("count law/yes/.total") == "3")
    #expect(found.value("weighted-count law/yes/.total") == "5")
    #expect(found.value("percent law/yes/.total") == "55.555555555556")
    #expect(found.value("percent law/yes/.total", "numerator") == "5")
    #expect(found.value("percent law/yes/.total", "base") == "9")
    #expect(found.value("percent law/yes/south") == "60")
    #expect(found.value("percent plain/yes/.total") == "42.857142857143")
    // 20·2 + 25 + 30 + 35·4 + 40 + 50·0.5 + 60 = 360 over 10.5; half of it, 5.25, lies within 35.
    #expect(found.value("sum age/.value/.total") == "360")
    #expect(found.value("mean age/.value/.total") == "34.285714285714")
    #expect(found.value("median age/.value/.total") == "35")
  }

  /// Words and percentages about a weighted table are those of the weights; numbers are of units.
  @Test func proseAboutWeightedTables() throws {
    let found = try Self.collection(
      """
      weights: {question: weight}
      tables:
        - rows: law
      """, weights: ["2", "1", "1", "0.5", "1", "1", "4", "2.5"],
      report: """
        {{percent law/yes}}; {{percent law/yes = 56 per cent}}; {{percent law/yes = 43 per cent}};
        {{number law/yes = three}}

        """)
    #expect(
      try found.workdir.read("Output/eight/published/report.md").hasPrefix(
        "56 per cent (weighted; 3 of 7); 56 per cent; 43 per cent;\n"))
    let findings = CSVText.rows(try found.workdir.read("Output/eight/published/findings.csv"))
    #expect(findings.map { $0["rule"] } == ["number-not-borne-out"])
    #expect(findings.first?["message"]?.contains("'43 per cent'") == true)
  }

  @Test func postStratification() throws {
    let found = try Self.collection(
      """
      weights: {post-stratify: region, totals: {north: 10, south: 30}}
      tables:
        - rows: law
          statistics: [count, weighted-count, percent]
      """)
    // North 10 / 4 each, south 30 / 4 each: yes 2.5 + 7.5 + 7.5 of 3 · 2.5 + 4 · 7.5.
    #expect(found.value("weighted-count law/yes/.total") == "17.5")
    #expect(found.value("percent law/yes/.total") == "46.666666666667")
  }
}
