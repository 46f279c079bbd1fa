import Questionnaire
import Statistics
import Testing
import _TestSupport

/// Weighted tables that are counted by hand: three of 193 Member States, and respondents.
struct WeightedTableTests {
  private static let states = [
    "state,received,law,w,n,s", "DEU,2024-06-01,yes,2,5,a", "KEN,2024-06-01,no,1,4,b",
    "FRA,2024-06-01,no,1,8,b",
  ]

  private func run(
    _ plan: String, _ records: [String] = states, unit: String = "state", report: String = ""
  ) throws -> (workdir: Workdir, run: CommandRun) {
    let workdir = try Workdir()
    if unit == "state" { try workdir.copy("Pipelines/registers", to: "Pipelines/registers") }
    let folder = "Pipelines/some"
    try workdir.write(
      """
      title: Some
      cut-off: 2024-06-30
      unit: \(unit)
      sources:
        - file: r.csv
          unit: {column: state\(unit == "state" ? ", by: iso3" : "")}
          received: {column: received}
      quantifiers:
        - {word: all, exactly: 100}
        - {word: half, at-least: 50}
        - {word: few, at-least: 0}

      """, to: "\(folder)/pipeline.yaml")
    try workdir.write(
      """
      type,name,label
      select_one law,law,Is there a law?
      decimal,w,Weight
      decimal,n,Number
      select_one s,s,Stratum

      """, to: "\(folder)/survey.csv")
    try workdir.write(
      """
      list_name,name,label
      law,yes,Yes
      law,no,No
      s,a,A
      s,b,B
      s,c,C
      s,d,D

      """, to: "\(folder)/choices.csv")
    try workdir.write(plan + "\n", to: "\(folder)/tables.yaml")
    if !report.isEmpty { try workdir.write(report + "\n", to: "\(folder)/report.md") }
    try workdir.write(records.joined(separator: "\n") + "\n", to: "Input/some/r.csv")
    return (workdir, try StageRunner(workdir, collection: "some").runAll())
  }

  private func published(
    _ plan: String, _ records: [String] = states, unit: String = "state", report: String = ""
  ) throws -> (workdir: Workdir, cells: [String: [String: String]]) {
    let (workdir, run) = try run(plan, records, unit: unit, report: report)
    #expect(run.status == 0, "\(run.error)")
    var cells: [String: [String: String]] = [:]
    for row in CSVText.rows(try workdir.read("Output/some/published/machine/cells.csv")) {
      cells[["table", "row", "column", "statistic"].map { row[$0] ?? "" }.joined(separator: " ")] =
        row
    }
    return (workdir, cells)
  }

  /// Weights are of those that replied, so that how many did is no weighted figure.
  @Test(arguments: ["weights: {question: w}", "weights: {post-stratify: half}"])
  func responseRateIsNotWeighted(weights: String) throws {
    let (workdir, cells) = try published(
      """
      variables:
        - name: half
          codes:
            - {name: africa, where: "${regional_group} = 'african'"}
            - {name: rest, where: "true()"}
      \(weights)
      tables:
        - {id: rate, rows: response}
        - {id: all, rows: law, base: population}
        - {id: law, rows: law, statistics: [count, percent, weighted-count]}
      """, report: "{{Quantifier rate/replied}}; {{percent rate/replied}}")
    #expect(cells["rate replied .total count"]?["value"] == "3")
    // 300 / 193 and 100 / 193.
    #expect(cells["rate replied .total percent"]?["value"] == "1.554404145078")
    #expect(cells["rate replied .total percent"]?["base"] == "193")
    #expect(cells["all yes .total percent"]?["value"] == "0.518134715026")
    #expect(cells["law .did_not_reply .total weighted-count"] == nil)
    #expect(cells["law yes .total weighted-count"]?["value"] != nil)
    #expect(
      try workdir.read("Output/some/published/report.md")
        == "Few (3 of 193); 2 per cent (3 of 193)\n")
    let rate = try workdir.read("Output/some/published/tables/rate.csv")
    #expect(!rate.contains("weighted"))
    let law = try workdir.read("Output/some/published/tables/law.csv")
    #expect(law.contains("Shares and means are weighted"))
  }

  @Test func silentUnitsInNoStratumStopTheRun() throws {
    let run = try run(
      """
      variables:
        - name: zone
          from: regional_group
          codes: [{name: here, of: [african, western_european_and_other]}]
      weights: {post-stratify: zone}
      tables: [{rows: law}]
      """
    ).run
    #expect(run.status == 65)
    // Afghanistan is the first Member State that is in none.
    #expect(
      run.error.contains(
        "[no-stratum] 'AFG' has no code of 'zone', so that it stands in no stratum"),
      "\(run.error)")
  }

  @Test(arguments: [
    (
      ",no,0,5,b",
      "[empty-stratum] whoever replied of the 10 units of the stratum 'b' weighs 0, so that nobody"
    ),
    (
      ",no,-1,5,b",
      "/r.csv:3: error: [weight] 'two' has the weight -1 in 'w'; expected a number from 0 to 1000000000 "
    ),
    (
      ",no,5000000000000,5,b",
      "/r.csv:3: error: [weight] 'two' has the weight 5000000000000 in 'w'; expected a number"
    ),
    (",no,,5,b", "/r.csv:3: error: [no-weight] 'two' has no weight in 'w'; expected a number"),
    (
      ",no,1,5,a",
      "[empty-stratum] nobody replied of the 10 units of the stratum 'b', so that nobody"
    ),
  ])
  func weightsThatStandForNobody(record: String, message: String) throws {
    let run = try run(
      """
      weights: {question: w, post-stratify: s, totals: {a: 10, b: 10, c: 0, d: 0}}
      tables: [{rows: law}]
      """, ["state,received,law,w,n,s", "one,2024-06-01,yes,1,5,a", "two,2024-06-01" + record],
      unit: "respondent"
    ).run
    #expect(run.status == 65)
    #expect(run.error.contains(message), "\(run.error)")
  }

  /// Seven units of the largest weight: their squares are beyond 64 bits.
  @Test func largestWeights() throws {
    let records = (1...7).map { "u\($0),2024-06-01,\($0 < 3 ? "yes" : "no"),1000000000,\($0),a" }
    let cells = try published(
      """
      weights: {question: w}
      tables:
        - {id: law, rows: law, statistics: [percent, weighted-count]}
        - {id: n, rows: n, statistics: [mean, sum]}
      """, ["state,received,law,w,n,s"] + records, unit: "respondent"
    ).cells
    #expect(cells["law yes .total percent"]?["value"] == "28.571428571429")
    #expect(cells["law yes .total weighted-count"]?["value"] == "2000000000")
    #expect(cells["n .value .total mean"]?["value"] == "4")
    #expect(cells["n .value .total sum"]?["value"] == "28000000000")
  }

  /// Three strata of a unit with three replies each, one of them yes, make three thirds; beside them
  /// are five units that all say no, or one that says yes: 1 of 8, and 2 of 4.
  @Test(arguments: [("5", "no", "12.5", "13", "0.5", "few"), ("1", "yes", "50", "50", "1", "half")])
  func thirdsAddUpExactly(
    others: String, answer: String, percent: String, printed: String, mean: String, word: String
  ) throws {
    let records = ["a", "b", "c"].flatMap { stratum in
      (1...3).map { index in
        "\(stratum)\(index),2024-06-01,\(index == 1 ? "yes,1,4" : "no,1,0"),\(stratum)"
      }
    }
    let (workdir, cells) = try published(
      """
      weights: {post-stratify: s, totals: {a: 1, b: 1, c: 1, d: \(others)}}
      tables:
        - {id: law, rows: law, decimals: 0}
        - {id: n, rows: n, statistics: [mean], decimals: {other: 0}}
      """,
      ["state,received,law,w,n,s"] + records + ["d,2024-06-01,\(answer),1,0,d"],
      unit: "respondent", report: "{{quantifier law/yes}}")
    #expect(cells["law yes .total percent"]?["value"] == percent)
    #expect(cells["n .value .total mean"]?["value"] == mean)
    let count = answer == "yes" ? 4 : 3
    let tables = "Output/some/published/tables"
    #expect(try workdir.read("\(tables)/law.csv").contains("\r\nYes,\(count),\(printed)\r\n"))
    #expect(try workdir.read("\(tables)/n.csv").contains("\r\nNumber,1\r\n"))
    #expect(try workdir.read("Output/some/published/report.md").hasPrefix("\(word) (weighted; "))
  }

  /// Two weigh 1 each and one weighs 3: which is first depends on what is printed first.
  @Test(arguments: [
    ("[percent]", "No,60"), ("[weighted-count, count]", "No,3,1"), ("[count, percent]", "Yes,2,40"),
  ])
  func orderIsThatOfWhatStandsFirst(statistics: String, first: String) throws {
    let workdir = try published(
      """
      weights: {question: w}
      tables: [{id: law, rows: law, statistics: \(statistics), order: count}]
      """,
      [
        "state,received,law,w,n,s", "a,2024-06-01,yes,1,5,a", "b,2024-06-01,yes,1,5,a",
        "c,2024-06-01,no,3,5,a",
      ], unit: "respondent"
    ).workdir
    let lines = try workdir.read("Output/some/published/tables/law.csv").split(separator: "\r\n")
    let heading = lines.firstIndex { $0.hasPrefix("Is there a law?,") } ?? 0
    #expect(lines[heading + 1] == first)
  }

  /// 9 weighs nothing: R says `sd(c(5, 4, 8))` and `t.test(c(5, 4, 8))$conf.int`.
  @Test func whatWeighsNothingHasNoPartInFigures() throws {
    let cells = try published(
      """
      weights: {question: w}
      sample: {confidence: 95}
      tables:
        - id: n
          rows: n
          statistics: [count, mean, median, standard-deviation, lower-limit, upper-limit, minimum, maximum]
      """,
      [
        "state,received,law,w,n,s", "a,2024-06-01,yes,1,5,a", "b,2024-06-01,yes,1,4,a",
        "c,2024-06-01,yes,1,8,a", "d,2024-06-01,yes,0,9,a",
      ], unit: "respondent"
    ).cells
    func value(_ statistic: String) -> Double {
      Double(cells["n .value .total \(statistic)"]?["value"] ?? "") ?? .nan
    }
    #expect(value("count") == 4)
    #expect(value("median") == 5 && value("minimum") == 4 && value("maximum") == 8)
    #expect(abs(value("mean") - 17.0 / 3) < 1e-11)
    #expect(cells["n .value .total mean"]?["base"] == "3")
    #expect(abs(value("standard-deviation") - 2.0816659994661) < 1e-9)
    #expect(abs(value("lower-limit") - 0.495521654124) < 1e-9)
    #expect(abs(value("upper-limit") - 10.837811679209) < 1e-9)
  }

  @Test func whereAllWeighNothing() throws {
    let (workdir, cells) = try published(
      """
      weights: {question: w}
      tables:
        - {id: law, rows: law}
        - {id: n, rows: n, statistics: [mean, sum, minimum]}
      """, ["state,received,law,w,n,s", "a,2024-06-01,yes,0,5,a", "b,2024-06-01,yes,0,4,a"],
      unit: "respondent", report: "{{percent law/yes}}; {{quantifier law/no}}")
    for address in ["law yes .total percent", "n .value .total mean", "n .value .total minimum"] {
      #expect(cells[address]?["value"] == "")
      #expect(cells[address]?["status"] == "no-weight", "\(address)")
    }
    #expect(
      try workdir.read("Output/some/published/report.md")
        == "no share (2 of 2, who weigh nothing); no share (0 of 2, who weigh nothing)\n")
  }

  /// A milliard weighs so much more than a millionth that neither is all or nothing.
  @Test func largeSharesAreNotAll() throws {
    let workdir = try published(
      """
      weights: {question: w}
      tables: [{id: law, rows: law, decimals: 0}]
      """,
      [
        "state,received,law,w,n,s", "a,2024-06-01,yes,1000000000,5,a",
        "b,2024-06-01,no,0.000001,4,a",
      ], unit: "respondent"
    ).workdir
    let table = try workdir.read("Output/some/published/tables/law.csv")
    #expect(table.contains("\r\nYes,1,99.9999999999999\r\nNo,1,0.0000000000001\r\n"), "\(table)")
  }

  /// As R and Stata write weights. Python, in fractions: 1.0384729384723 of 3.5 is 29.67065538492…
  /// per cent, and the mean of 5 and 4 with these weights 4.296706553849….
  @Test func weightsWithManyDigits() throws {
    let cells = try published(
      """
      weights: {question: w}
      tables:
        - {id: law, rows: law, statistics: [percent, weighted-count]}
        - {id: n, rows: n, statistics: [mean]}
      """,
      [
        "state,received,law,w,n,s", "a,2024-06-01,yes,1.0384729384723,5,a",
        "b,2024-06-01,no,2.4615270615277,4,a",
      ], unit: "respondent"
    ).cells
    #expect(cells["law yes .total percent"]?["value"] == "29.670655384923")
    #expect(cells["law yes .total weighted-count"]?["value"] == "1.0384729384723")
    #expect(cells["law .base .total weighted-count"]?["value"] == "3.5")
    #expect(cells["n .value .total mean"]?["value"] == "4.296706553849")
  }

  /// As SPSS writes them, without the nought before the point. Python, in fractions: 1.7884729384723
  /// of 4 is 44.7118234618075 per cent, and .25 of 1 with -.5 of 3 has the mean -0.3125.
  @Test func noughtsLeftOut() throws {
    let cells = try published(
      """
      weights: {question: w}
      tables:
        - {id: law, rows: law, statistics: [count, percent, weighted-count]}
      """,
      [
        "state,received,law,w,n,s", "a,2024-06-01,yes,1.0384729384723,5,a",
        "b,2024-06-01,no,0.96152706152770,4,a", "c,2024-06-01,yes,.75,4,a",
        "d,2024-06-01,no,1.25,4,a",
      ], unit: "respondent"
    ).cells
    #expect(cells["law yes .total count"]?["value"] == "2")
    #expect(cells["law yes .total percent"]?["value"] == "44.7118234618075")
    #expect(cells["law .base .total weighted-count"]?["value"] == "4")
    let numbers = try published(
      """
      weights: {question: w}
      tables: [{id: n, rows: n, statistics: [count, mean]}]
      """,
      [
        "state,received,law,w,n,s", "a,2024-06-01,yes,1,.25,a", "b,2024-06-01,no,3,-.5,a",
      ], unit: "respondent"
    ).cells
    #expect(numbers["n .value .total count"]?["value"] == "2")
    #expect(numbers["n .value .total mean"]?["value"] == "-0.3125")
  }

  /// A weight that is no number was given, and says so; a number has 38 digits, and a weight 18 decimals.
  @Test(arguments: [
    ("0.123456789012345678901234567890123456789", "a weight in 'w' that could not be read"),
    ("0.1234567890123456789", "the weight 0.1234567890123456789 in 'w'"),
  ])
  func unreadWeight(weight: String, found: String) throws {
    let run = try run(
      """
      weights: {question: w}
      tables: [{rows: law}]
      """,
      ["state,received,law,w,n,s", "one,2024-06-01,yes,\(weight),5,a"],
      unit: "respondent"
    ).run
    #expect(run.status == 65)
    #expect(
      run.error.contains(
        "r.csv:2: error: [weight] 'one' has \(found); expected a "
          + "number from 0 to 1000000000 with at most 18 decimals. Give it one in corrections.csv"),
      "\(run.error)")
  }
}
