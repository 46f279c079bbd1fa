import Foundation
import Testing
import _TestSupport

/// Replies given in confidence: what is hidden, where, and what stands in its place.
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
    + names.enumerated().map { place, name in
      let first = place < 10 ? "Yes" : place < 12 ? "No" : ""
      let second = place == 14 ? "X" : place < 4 ? "X; Y" : "Y"
      return "\(name),2005-06-01,\(first),\(second),\(place),since \(name)\n"
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
    let replies = try collection()
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    let figures = try replies.rows(
      "cells.csv", "table", "row", "statistic", "value", "status", "numerator", "base")
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
      try replies.rows("answer-states.csv", "question", "answered", "no_answer").contains(
        "q1|12|3"))
    #expect(
      try replies.rows("lists.csv", "table", "row", "iso3")
        == Self.names.map { "response|replied|\($0)" } + ["response|did_not_reply|P"])
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
    let hidden = try replies.rows("cells.csv", "statistic", "column", "row", "status")
      .filter { $0.hasPrefix("count|") && $0.hasSuffix("|suppressed") }
    #expect(hidden.contains("count|x|y|suppressed"))
    for column in ["x", "y"] {
      #expect(hidden.count { $0.hasPrefix("count|\(column)|") } > 1, "\(hidden)")
    }
  }

  /// Figures by which hidden counts could be worked out are refused before anything is read.
  @Test(arguments: [
    ("rows: q1\n    nets: [{name: any, of: [yes, no]}]", "'nets'"),
    ("rows: q1\n    statistics: [count, row-percent]", "'row-percent'"),
    ("rows: q1\n    order: count", "an order by count"),
    ("rows: {nest: [response, q1]}", "'nest'"),
    ("rows: [q1, response]", "'response' is no question"),
    ("rows: [q1, response]\n    base: asked", "'response' is no question"),
    ("rows: q2\n    columns: [{nest: [response, q1]}]", "'nest'"),
  ])
  func plansThatWouldTellTooMuch(table: String, what: String) throws {
    let replies = try collection()
    try replies.workdir.write(
      "tables:\n  - id: x\n    \(table)\n", to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 78)
    #expect(run.error.contains("[confidential-plan]") && run.error.contains(what), "\(run.error)")
  }

  /// What names units or quotes them is for data staff alone.
  @Test func filesThatAreNotPublished() throws {
    let replies = try collection()
    try replies.run()
    let published = try FileManager.default.contentsOfDirectory(
      atPath: "\(replies.workdir.path)/Output/replies/published")
    #expect(
      published.sorted() == [
        "RULES.md", "answer-states.csv", "balance.csv", "cells.csv", "lists.csv", "manifest.json",
        "tables",
      ])
    let confidential = "Output/replies/confidential"
    for file in [
      "findings.csv", "findings-by-rule.csv", "findings-by-unit.csv", "late.csv", "superseded.csv",
      "corrections.csv", "texts.csv",
      "quarantine/index.csv",
    ] {
      #expect(replies.workdir.exists("\(confidential)/\(file)"), "\(file)")
    }
    let hidden = CSVText.rows(try replies.workdir.read("\(confidential)/suppressed.csv"))
    #expect(
      hidden.map { "\($0["row"] ?? "") \($0["count"] ?? "") \($0["conf_status"] ?? "")" } == [
        "yes 10 D", "no 2 A", "y 14 D",
      ])

    // The same replies made public: nothing is left of the folder.
    try replies.workdir.replace(
      "disclosure: {threshold: 3}", with: "", in: "Pipelines/replies/pipeline.yaml")
    try replies.run()
    #expect(!replies.workdir.exists(confidential))
    #expect(try replies.rows("cells.csv", "table", "row", "value").contains("q1|no|2"))
    #expect(replies.workdir.exists("Output/replies/published/texts.csv"))
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
      "published/cells.csv", "published/answer-states.csv", "confidential/suppressed.csv",
    ]
    let before = try files.map { try workdir.read("Output/\(name)/\($0)") }
    #expect(before[0].contains(",suppressed,"))
    #expect(try runner.run("export").status == 0)
    #expect(try files.map { try workdir.read("Output/\(name)/\($0)") } == before)
  }
}
