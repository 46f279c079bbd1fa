import Foundation
import Testing
import _TestSupport

/// Replies given in confidence: what is hidden, where, and what stands there instead.
///
/// 15 replied and one was late. To q1 ten said yes, two no, and three nothing: 'no' is below 3, and
/// 'yes' would give it away with the base. Of the 15 that ticked something, 14 ticked y: whoever
/// reads that knows of the one who did not.
struct DisclosureTests {
  private static let form = """
    select_one yn,q1,First?,,,
    select_multiple ch,q2,Second?,,,
    integer,n,How many?,,,
    text,why,Why?,,,

    """
  private static let names = "ABCDEFGHIJKLMNO".map(String.init)
  private static let replies =
    "Who,Received,q1,q2,n,why\n"
    + names.enumerated().map { index, name in
      let first = index < 10 ? "Yes" : index < 12 ? "No" : ""
      let second = index == 14 ? "X" : index < 4 ? "X; Y" : "Y"
      return "\(name),2005-06-01,\(first),\(second),\(index),since \(name)\n"
    }.joined() + "P,2005-08-01,Yes,X,1,late\n"

  private func collection(
    disclosure: String = "disclosure: {threshold: 3}", report: String = ""
  ) throws -> Respondents {
    let replies = try Respondents(
      form: Self.form, pipeline: "\(disclosure)\nfail-on: never", replies: Self.replies)
    try replies.workdir.write(
      "tables:\n  - {each: closed, lists: all}\n  - {rows: n}\n  - {rows: response, lists: all}\n",
      to: "Pipelines/replies/tables.yaml")
    if !report.isEmpty { try replies.workdir.write(report, to: "Pipelines/replies/report.md") }
    return replies
  }

  @Test func figuresThatAreHidden() throws {
    let replies = try collection(disclosure: "disclosure: {threshold: 3, amounts: released}")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    let figures = try replies.rows(
      "machine/cells.csv", "table", "row", "statistic", "value", "status", "numerator", "base")
    for expected in [
      "q1|yes|count||suppressed||12", "q1|yes|percent||suppressed||12",
      "q1|no|count||suppressed||12", "q1|.base|count|12||12|", "q1|.no_answer|count|3||3|",
      "q2|x|count|5||5|15", "q2|x|percent|33.333333333333||5|15", "q2|y|count||suppressed||15",
      "q2|z|count|0||0|15",
      // The mean is of 15 units; the smallest and the largest number are each of one.
      "n|.value|mean|7|||15", "n|.value|minimum||suppressed||", "n|.value|maximum||suppressed||",
      // Who replied is no secret.
      "response|did_not_reply|count|1||1|16",
    ] {
      #expect(figures.contains(expected), "\(expected) of \(figures)")
    }
    #expect(
      try replies.rows("machine/answer-states.csv", "question", "answered", "no_answer").contains(
        "q1|12|3"))
    #expect(
      try replies.rows("machine/lists.csv", "table", "row", "iso3")
        == Self.names.map { "response|replied|\($0)" } + ["response|did_not_reply|P"])
  }

  /// 14 of 105 are more than a tenth: staff read that the sum is hidden for its own sake.
  @Test func sumsThatAreHidden() throws {
    let replies = try collection(disclosure: "disclosure: {dominant-percent: 10}")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try replies.rows("machine/cells.csv", "table", "row", "statistic", "value", "status")
        .contains("n|.value|mean||suppressed"))
    #expect(
      try replies.workdir.read(
        "Output/replies/confidential/machine/suppressed-amounts.csv")
        == "table,row,column,units,sum,suppression\nn,.value,.total,15,105,primary\n")
  }

  @Test func tableThatSaysWhatItHides() throws {
    let replies = try collection(disclosure: "disclosure: {threshold: 3, percent-base: 16}")
    try replies.run()
    let lines = try replies.workdir.read("Output/replies/published/tables/q2.csv")
      .components(separatedBy: "\r\n")
    #expect(
      lines[2...6] == [
        "\"[c]: hidden, since replies were given in confidence.\"",
        "\"[u]: no percentage, since the base is below 16.\"", "",
        "Second?,Total,\"Total, per cent\"", "X,5,[u]",
      ])
    #expect(lines[7] == "Y,[c],[c]")
  }

  /// Of those who ticked x, nine said x and two said y; of those who ticked y, six and five. The
  /// base and the codes that a condition leaves are a sum in every column, so that neither of the
  /// five and the six can be worked out from the other.
  @Test func codesThatAConditionLeaves() throws {
    let counts = [
      ("X,X", [9, 2, 4]), ("Y,X", [6, 5, 4]), ("X,Y", [5, 5, 5]), ("Y,Y", [5, 5, 5]),
    ]
    let answers = counts.flatMap { first, counts in
      zip(["X", "Y", "Z"], counts).flatMap { third, count in
        Array(repeating: "\(first),\(third)\n", count: count)
      }
    }
    let replies = try Respondents(
      form: "select_multiple ch,q1,First?,,,\nselect_one ch,q2,Second?,,,\n"
        + "select_one ch,q3,Third?,,,\n",
      pipeline: "disclosure: {}\nfail-on: never",
      replies: "Who,Received,q1,q2,q3\n"
        + answers.enumerated().map { "P\($0),2005-06-01,\($1)" }.joined())
    try replies.workdir.write(
      "tables:\n  - {id: left, rows: q3, columns: [q1], "
        + "where: \"${q3} != 'z' and ${q2} != 'y'\"}\n",
      to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    let hidden = try replies.rows("machine/cells.csv", "statistic", "column", "row", "status")
      .filter { $0.hasPrefix("count|") && $0.hasSuffix("|suppressed") }
    #expect(hidden.contains("count|x|y|suppressed"))
    for column in ["x", "y"] {
      #expect(hidden.count { $0.hasPrefix("count|\(column)|") } > 1, "\(hidden)")
    }
  }

  /// 12 said x, 9 said y, one perhaps, two nothing, and of these three no more is told than that they are
  /// three. All 14 that did not say y, the one perhaps aside, ticked x: whoever reads that counts the
  /// two that said nothing, though those 14 stand in no other table.
  @Test func countsBesideAnUnclearAnswer() throws {
    let answers =
      Array(repeating: "X,X", count: 12) + Array(repeating: "Y,X", count: 9) + ["Perhaps,Z"]
      + Array(repeating: ",X; Z", count: 2)
    let replies = try Respondents(
      form: "select_one ch,q1,First?,,,\nselect_multiple ch,q2,Second?,,,\n",
      pipeline: "disclosure: {threshold: 3}\nfail-on: never",
      replies: "Who,Received,q1,q2\n"
        + answers.enumerated().map { "P\($0),2005-06-01,\($1)\n" }.joined())
    try replies.workdir.write(
      "tables:\n  - {rows: q1}\n  - {id: left, rows: q2, where: \"${q1} != 'y'\", states: no}\n",
      to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    let first = try statuses(replies, table: "q1")
    let left = try statuses(replies, table: "left")
    for state in [".unclear", ".no_answer"] { #expect(first[state] == "suppressed") }
    // By either of x and y, with all who replied, anybody can count who did not say y.
    let isTold = ["x", ".base"].contains { left[$0] == "" }
    let isCounted = ["x", "y"].contains { first[$0] == "" }
    #expect(!isTold || !isCounted, "\(first) \(left)")
  }

  /// What is cumulated tells of every count that it is made of: here x is hidden, and y with it.
  @Test func cumulatedShares() throws {
    let replies = try answered(
      ["X": 1, "Y": 5, "Z": 6], type: "select_one ch",
      table: "rows: q1, statistics: [count, cumulative-percent]")
    let counts = try statuses(replies, table: "t")
    #expect(counts["x"] == "suppressed")
    let figures = try replies.rows(
      "machine/cells.csv", "table", "statistic", "row", "value", "status", "numerator")
    for row in ["x", "y", "z"] {
      #expect(figures.contains("t|cumulative-percent|\(row)||suppressed|"), "\(figures)")
    }
  }

  /// Figures by which hidden counts could be worked out are refused before anything is read.
  @Test(arguments: [
    ("tables:\n  - {rows: n, statistics: [count, lower-limit]}\n", "'lower-limit'"),
    ("weights: {question: n}\ntables:\n  - {rows: q1}\n", "'weights'"),
    ("sample: {}\ntables:\n  - {rows: q1}\n", "'sample'"),
    (
      "tables:\n  - {rows: q1, where: \"${n} > 3 or selected(${q2}, 'x')\"}\n",
      "'tables[1].where': the condition"
    ),
    (
      "variables:\n  - {name: v, codes: [{name: a, where: \"${q1} = 'yes' and ${n} > 3\"}]}\n"
        + "tables:\n  - {rows: v}\n", "'v' follows from several questions"
    ),
  ])
  func plansThatWouldTellTooMuch(plan: String, what: String) throws {
    let replies = try collection()
    try replies.workdir.write(plan, to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 78)
    #expect(run.error.contains("[confidential-plan]") && run.error.contains(what), "\(run.error)")
  }

  /// Twelve ticked x alone, seven y alone, one both: x and y less the net are that one.
  @Test func netOfTicks() throws {
    let replies = try answered(
      ["X": 12, "Y": 7, "X; Y": 1], type: "select_multiple ch",
      table: "rows: q1, nets: [{name: any, of: [x, y]}]")
    let shown = try statuses(replies, table: "t").filter { $0.value.isEmpty }.keys
    #expect(!Set(shown).isSuperset(of: ["x", "y", "any"]), "\(shown)")
  }

  /// Six, five, and one: the net of the last two gives the one away.
  @Test func netOfCodes() throws {
    let replies = try answered(
      ["X": 6, "Y": 5, "Z": 1], type: "select_one ch",
      table: "rows: q1, nets: [{name: some, of: [y, z]}]")
    let shown = Set(try statuses(replies, table: "t").filter { $0.value.isEmpty }.keys)
    #expect(!shown.contains("z") && !shown.isSuperset(of: ["y", "some"]), "\(shown)")
  }

  /// A recode that leaves one code out gives it away with the base.
  @Test func recode() throws {
    let replies = try answered(
      ["X": 6, "Y": 5, "Z": 1], type: "select_one ch",
      variables: "variables:\n  - {name: v, from: q1, codes: [{name: xy, of: [x, y]}]}\n",
      table: "rows: v, lists: all")
    let shown = Set(try statuses(replies, table: "t").filter { $0.value.isEmpty }.keys)
    #expect(!shown.contains(".not_applicable"), "\(shown)")
    #expect(try replies.rows("machine/lists.csv", "row").isEmpty)
  }

  /// Units that stand in two tables of different shape are hidden in both or in none.
  @Test func sameUnitsInOtherShapes() throws {
    let replies = try collection()
    try replies.workdir.write(
      """
      tables:
        - {id: nested, rows: {nest: [q2, q1]}}
        - {id: crossed, rows: q1, columns: [q2]}
        - {id: asked, rows: q1, base: asked, where: "selected(${q2}, 'x')"}
      """, to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    let nested = try statuses(replies, table: "nested")
    let crossed = try statuses(replies, table: "crossed")
    let asked = try statuses(replies, table: "asked")
    for code in ["yes", "no"] {
      for tick in ["x", "y"] { #expect(nested["\(tick):\(code)"] == crossed["\(code)/\(tick)"]) }
      #expect(asked[code] == nested["x:\(code)"])
    }
    #expect(nested.values.contains("suppressed") && nested.values.contains(""))
  }

  /// Everybody answered all: the columns that two questions make come to the total, so that one
  /// hidden count alone is told by the others.
  @Test func nestedColumnsComeToTheTotal() throws {
    let codes = ["X", "Y", "Z"]
    var lines = "Who,Received,q1,q2,q3\n"
    var people = 0
    for (row, second) in codes.enumerated() {
      for (column, third) in codes.enumerated() {
        let isRare = second == "Y" && third == "Z"
        for (first, count) in [("Yes", 4 + row + 2 * column), ("No", isRare ? 1 : 5)] {
          for _ in 0..<count {
            people += 1
            lines += "P\(people),2005-06-01,\(first),\(second),\(third)\n"
          }
        }
      }
    }
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\nselect_one ch,q2,Second?,,,\n"
        + "select_one ch,q3,Third?,,,\n",
      pipeline: "disclosure: {}\nfail-on: never",
      replies: lines)
    try replies.workdir.write(
      "tables:\n  - {id: t, rows: q1, columns: [{nest: [q2, q3]}]}\n",
      to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    let statuses = try statuses(replies, table: "t")
    for row in ["yes", "no", ".base"] {
      let cells = statuses.keys.filter { $0 == row || $0.hasPrefix("\(row)/") }
      // Four choices each.
      #expect(cells.count == 17)
      #expect(cells.count { statuses[$0] == "suppressed" } != 1, "\(row)")
    }
    #expect(statuses["no/y:z"] == "suppressed")
  }

  /// To whom the second question does not apply has not said no to the first: 13 less the 11 that
  /// said yes left it blank.
  @Test func blanksThatRoutingTells() throws {
    let answers =
      Array(repeating: "Yes,", count: 11)
      + ["No,X", "No,X", "No,X", "No,Y", "No,Y", "No,Y", "No,", ",", ","]
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\nselect_one ch,q2,Second?,${q1} = 'no',,\n",
      pipeline: "disclosure: {}\nfail-on: never",
      replies: "Who,Received,q1,q2\n"
        + answers.enumerated().map { "P\($0),2005-06-01,\($1)\n" }.joined())
    try replies.workdir.write(
      "tables:\n  - {each: [q1, q2]}\n", to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    let first = try statuses(replies, table: "q1")
    let second = try statuses(replies, table: "q2")
    #expect(first[".no_answer"] == "suppressed" && second[".no_answer"] == "suppressed")
    #expect(first["yes"] == "suppressed" || second[".not_applicable"] == "suppressed")
  }

  /// Nobody left the nested questions out, and `answer-states.csv` says so: each row comes to its
  /// total, each column to its base.
  @Test func nestedColumnsWithoutBlanks() throws {
    // First and second question, which are nested, and the third.
    let counts: KeyValuePairs = [
      "X,X,Z": 2, "X,Y,X": 3, "X,Y,Z": 1, "Y,X,X": 3, "Y,Y,X": 3, "Y,Y,Z": 1, "Z,X,X": 3,
      "Z,Y,X": 3, "Z,Y,Y": 1, "Z,Y,Z": 2,
    ]
    let lines = counts.flatMap { Array(repeating: $0, count: $1) }
    let replies = try Respondents(
      form: ["q1", "q2", "q3"].map { "select_one ch,\($0),\($0)?,,,\n" }.joined(),
      pipeline: "disclosure: {}\nfail-on: never",
      replies: "Who,Received,q1,q2,q3\n"
        + lines.enumerated().map { "P\($0),2005-06-01,\($1)\n" }.joined())
    try replies.workdir.write(
      "tables:\n  - {id: t, rows: q3, columns: [{nest: [q1, q2]}]}\n",
      to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    let statuses = try statuses(replies, table: "t")
    let hidden = statuses.filter { $0.value == "suppressed" }.map(\.key)
    #expect(hidden.contains("z/x:y"))
    for row in ["x", "y", "z"] {
      #expect(hidden.count { $0 == row || $0.hasPrefix("\(row)/") } != 1, "\(row)")
    }
    for column in ["x:x", "x:y", "y:x", "y:y", "z:x", "z:y"] {
      let ofColumn = ["x", "y", "z", ".base"].filter { hidden.contains("\($0)/\(column)") }
      #expect(ofColumn.count != 1, "\(column)")
    }
  }

  /// The mean of ten times nothing and one 1 is 0.1: it tells how many have any.
  @Test func meanThatTellsBands() throws {
    let replies = try Respondents(
      form: "integer,n,How many?,,,\n",
      pipeline: "disclosure: {amounts: released}\nfail-on: never",
      replies: "Who,Received,n\n"
        + (0..<10).map { "P\($0),2005-06-01,\($0 == 4 ? 1 : 0)\n" }.joined())
    try replies.workdir.write(
      """
      variables:
        - {name: band, label: Size, from: n, codes: [{name: few, below: 1}, {name: many, from: 1}]}
      tables:
        - {id: n, rows: n}
        - {id: band, rows: band}

      """, to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    #expect(try statuses(replies, table: "band")["many"] == "suppressed")
    let means = try replies.rows("machine/cells.csv", "table", "statistic", "value", "status")
      .filter { $0.hasPrefix("n|mean|") || $0.hasPrefix("n|sum|") }
    #expect(!means.isEmpty && means.allSatisfy { $0.hasSuffix("||suppressed") })
  }

  /// By count stand the rows whose count is told; where another would stand tells of it.
  @Test func orderOfHiddenRows() throws {
    let replies = try answered(
      ["X": 2, "Y": 9, "Z": 14, "Z; Y": 4], type: "select_multiple ch",
      table: "rows: q1, order: count")
    let cells = try replies.rows("machine/cells.csv", "table", "row", "statistic", "value")
      .filter { $0.hasPrefix("t|") && $0.contains("|count|") && !$0.contains("|.") }
      .map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
    let shown = cells.prefix { !$0[3].isEmpty }.compactMap { Int($0[3]) }
    #expect(shown == shown.sorted(by: >))
    let hidden = cells.dropFirst(shown.count)
    #expect(
      hidden.allSatisfy { $0[3].isEmpty } && hidden.map { $0[1] } == hidden.map { $0[1] }.sorted())
    #expect(hidden.contains { $0[1] == "x" })
  }

  /// Two that said so are rounded to 0, of which nobody may say that there is none.
  @Test func noneIsNotSaidOfWhatIsRounded() throws {
    let answers = Array(repeating: "Yes", count: 8) + ["No", "No"]
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\n",
      pipeline: "disclosure: {threshold: 3, rounding-base: 5}\nfail-on: never",
      replies: "Who,Received,q1\n"
        + answers.enumerated().map { "P\($0),2005-06-01,\($1)\n" }.joined())
    try replies.workdir.write(
      "tables:\n  - {rows: q1, zero-rows: no}\n", to: "Pipelines/replies/tables.yaml")
    try replies.workdir.write(
      "{{Number q1/no}} said no, {{number q1/no = none}}, {{number q1/no = 0}}.",
      to: "Pipelines/replies/report.md")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    let output = "Output/replies"
    #expect(
      try replies.workdir.read("\(output)/published/report.md").hasPrefix(
        "0 said no, none, 0.\n\nCounts are rounded to multiples of 5"))
    let findings = CSVText.rows(
      try replies.workdir.read("\(output)/confidential/machine/findings.csv"))
    let said = findings.filter { $0["rule"] == "number-not-borne-out" }.compactMap { $0["message"] }
    #expect(said.count == 1 && said[0].hasPrefix("'none' says that there is nobody"))
    let table = try replies.workdir.read("\(output)/published/tables/q1.csv")
    #expect(table.contains("Rows left out in which all counts are 0: 1."))
  }

  /// One question, answered so often in each way.
  private func answered(
    _ counts: KeyValuePairs<String, Int>, type: String, variables: String = "", table: String
  ) throws -> Respondents {
    let answers = counts.flatMap { Array(repeating: $0, count: $1) }
    let replies = try Respondents(
      form: "\(type),q1,First?,,,\n", pipeline: "disclosure: {}\nfail-on: never",
      replies: "Who,Received,q1\n"
        + answers.enumerated().map { "P\($0),2005-06-01,\($1)\n" }.joined())
    try replies.workdir.write(
      "\(variables)tables:\n  - {id: t, \(table)}\n  - {id: q1, rows: q1}\n",
      to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    return replies
  }

  /// The status of each count, by row and column; the total by its row alone.
  private func statuses(_ replies: Respondents, table: String) throws -> [String: String] {
    var statuses: [String: String] = [:]
    for line in try replies.rows(
      "machine/cells.csv", "table", "statistic", "row", "column", "status")
    {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      guard parts[0] == table, parts[1] == "count" else { continue }
      statuses[parts[3] == ".total" ? parts[2] : "\(parts[2])/\(parts[3])"] = parts[4]
    }
    return statuses
  }

  /// What names units or quotes them is for data staff alone.
  @Test func filesThatAreNotPublished() throws {
    let replies = try collection()
    let run = try replies.run()
    #expect(run.status == 0 && run.output.isEmpty && run.error.isEmpty)
    let published = try FileManager.default.contentsOfDirectory(
      atPath: "\(replies.workdir.path)/Output/replies/published")
    #expect(
      published.sorted() == [
        "RULES.md", "SHA256SUMS", "balance.csv", "index.html", "machine", "manifest.json", "tables",
        "workbook.xlsx",
      ])
    let machine = try FileManager.default.contentsOfDirectory(
      atPath: "\(replies.workdir.path)/Output/replies/published/machine")
    #expect(
      machine.sorted() == [
        "README.md", "answer-states.csv", "balance.csv", "cells.csv", "lists.csv", "tables.csv",
      ])
    // Digests of what went in would tell whether a guess at all replies is right.
    let manifest = try replies.workdir.read("Output/replies/published/manifest.json")
    #expect(manifest.contains("cells.csv"))
    for secret in ["aggregated", "corrections.csv", "fatal", "query"] {
      #expect(!manifest.contains(secret), "\(secret)")
    }
    let confidential = "Output/replies/confidential"
    let record = try replies.workdir.read("\(confidential)/manifest.json")
    #expect(record.contains("aggregated/manifest.json") && record.contains("\"query\" : "))
    for file in [
      "findings-by-rule.csv", "findings-by-unit.csv", "machine/corrections.csv",
      "machine/findings.csv", "machine/late.csv", "machine/superseded.csv", "machine/texts.csv",
      "quarantine/index.csv",
    ] {
      #expect(replies.workdir.exists("\(confidential)/\(file)"), "\(file)")
    }
    let hidden = CSVText.rows(try replies.workdir.read("\(confidential)/machine/suppressed.csv"))
    #expect(
      hidden.map { "\($0["row"] ?? "") \($0["count"] ?? "") \($0["conf_status"] ?? "")" } == [
        "yes 10 D", "no 2 A", "y 14 D",
      ])

    // The same replies made public: nothing is left of the folder.
    try replies.workdir.replace(
      "disclosure: {threshold: 3}", with: "", in: "Pipelines/replies/pipeline.yaml")
    try replies.run()
    #expect(!replies.workdir.exists(confidential))
    #expect(try replies.rows("machine/cells.csv", "table", "row", "value").contains("q1|no|2"))
    #expect(replies.workdir.exists("Output/replies/published/machine/texts.csv"))
  }

  @Test func proseOnHiddenFigures() throws {
    let replies = try collection(
      report: "{{number q1/no}} of {{base q1/no}}; {{percent q1/no}}; {{names q2/x}}; "
        + "{{number q2/x}}; {{number response/did_not_reply}}\n")
    try replies.run()
    #expect(
      try replies.workdir.read("Output/replies/published/report.md")
        == "[c] of 12; [c]; [c]; five; one\n")

    let bold = try collection(report: "Fine.\n{{number q1/no = two}} said no.\n")
    let run = try bold.run()
    #expect(run.status == 78)
    #expect(
      run.error.contains(
        "report.md:2: error: [confidential-cell] {{number q1/no}}: 'two' would tell"),
      "\(run.error)")
    #expect(!bold.workdir.exists("Output/replies/published"))
  }

  /// Hash seeds differ from process to process; the choice of what to hide must not.
  @Test func sameCellsAreHiddenInEveryRun() throws {
    let workdir = try MigrantsProtocol.workdir()
    let name = MigrantsProtocol.name
    try FileManager.default.removeItem(atPath: "\(workdir.path)/Pipelines/\(name)/report.md")
    try workdir.replace(
      "fail-on: query\n", with: "fail-on: query\ndisclosure: {}\n",
      in: "Pipelines/\(name)/pipeline.yaml")
    let runner = StageRunner(workdir, collection: name)
    let first = try runner.runAll()
    #expect(first.status == 0, "\(first.error)")
    let files = [
      "published/machine/cells.csv", "published/machine/answer-states.csv",
      "confidential/machine/suppressed.csv",
    ]
    let before = try files.map { try workdir.read("Output/\(name)/\($0)") }
    #expect(before[0].contains(",suppressed,"))
    #expect(try runner.run("export").status == 0)
    #expect(try files.map { try workdir.read("Output/\(name)/\($0)") } == before)
  }
}
