import Foundation
import Testing
import _TestSupport

/// The database as Python's `sqlite3` reads it, held against replies that are put down here.
struct DatabaseTests {
  private static let form = """
    select_one yn,Q1,First?,,,
    select_multiple many,ticks,Which?,,,
    rank ch,order,In which order?,,,
    integer,n,How many?,${Q1} = 'yes',,
    decimal,unit,How much?,,,
    date,day,When?,,,
    text,why,Why?,,,

    """

  private static let choices = "many,a,A\nmany,a_b,A and B\nmany,axb,A by B\nmany,ab,AB's\n"

  private static let replies = """
    Who,Received,Q1,ticks,order,n,unit,day,why
    Ada,2005-06-01,Yes,a;axb,Y;X,3,0.1,2001-02-03,"It ""is"", so; it's"
    Bob,2005-06-02,No,a_b;ab,,,-2.50,,
    Cyd,2005-06-03,perhaps,,,4,12345678901234567890.123,,=1+1
    Dot,2005-06-04,No,ab,Z,,123456789012345678,2004-02-29,
    Ada,2005-06-05,Yes,a;axb,Y;X,5,0.1,2001-02-03,later
    Eve,2005-09-01,Yes,,,1,,,

    """

  private static func published(_ pipeline: String = "") throws -> Respondents {
    let replies = try Respondents(
      form: form, choices: choices, pipeline: "forms: [sqlite]\nfail-on: never\n\(pipeline)",
      replies: replies, corrections: "Dot,Q1,no,yes,phoned\n")
    try replies.workdir.write(
      "tables:\n  - {rows: Q1, lists: all}\n  - {rows: n, statistics: [count, mean]}\n",
      to: "Pipelines/replies/tables.yaml")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    return replies
  }

  private static let script = """
    import sqlite3, sys
    for row in sqlite3.connect(sys.argv[1]).execute(sys.argv[2]):
        print("|".join("" if value is None else str(value) for value in row))
    """

  private static func ask(
    _ workdir: Workdir, _ question: String, of name: String = "replies"
  ) throws -> [String] {
    let run = try CommandRun(
      "python3",
      ["-c", script, "Output/\(name)/published/\(name).sqlite", question], in: workdir.path)
    #expect(run.status == 0, "\(question)\n\(run.error)")
    return run.output.split(separator: "\n").map(String.init)
  }

  private static let collection = Result { try published() }

  @Test(arguments: [
    ("PRAGMA integrity_check", ["ok"]),
    ("PRAGMA foreign_key_check", []),
    (
      "SELECT unit, name, fate FROM units ORDER BY unit",
      ["Ada|Ada|replied", "Bob|Bob|replied", "Cyd|Cyd|replied", "Dot|Dot|replied", "Eve|Eve|late"]
    ),
    (
      "SELECT unit, Q1, n, typeof(n) FROM submissions_labels ORDER BY unit",
      ["Ada|Yes|5|integer", "Bob|No||null", "Cyd||4|integer", "Dot|Yes||null"]
    ),
    // The question 'unit' has another name, since the view has the unit's own.
    ("SELECT column_name FROM questions WHERE question = 'unit'", ["unit_2"]),
    (
      "SELECT u.unit, s.unit_2, typeof(s.unit_2) FROM submissions s JOIN units u "
        + "ON u.number = s.unit_number ORDER BY u.unit",
      [
        "Ada|0.1|real", "Bob|-2.5|real", "Cyd|12345678901234567890.123|text",
        "Dot|123456789012345678|integer",
      ]
    ),
    (
      "SELECT \"order\", day FROM submissions_labels ORDER BY unit",
      ["y x|2001-02-03", "|", "|", "z|2004-02-29"]
    ),
    // No choice is taken for another whose name begins or matches like it.
    (
      "SELECT code, label, count(*) FROM submissions_ticks_ticks GROUP BY code ORDER BY code",
      ["a|A|1", "a_b|A and B|1", "ab|AB's|2", "axb|A by B|1"]
    ),
    (
      "SELECT state, count(*) FROM submissions_states WHERE question = 'n' GROUP BY state ORDER BY state",
      ["answered|2", "no_answer|1", "not_applicable|1"]
    ),
    // What fits no code is unclear, and a number behind it is an answer all the same.
    (
      "SELECT question, unit FROM submissions_states WHERE state = 'unclear'", ["Q1|Cyd"]
    ),
    (
      "SELECT count(*) FROM submissions_states", ["28"]
    ),
    (
      "SELECT unit, text FROM texts ORDER BY unit", ["Ada|later", "Cyd|=1+1"]
    ),
    (
      "SELECT unit, reason FROM late UNION SELECT unit, reason FROM superseded",
      ["Ada|later one counts", "Eve|received after the cut-off of 2005-07-29"]
    ),
    ("SELECT unit, \"from\", \"to\" FROM corrections", ["Dot|no|yes"]),
    (
      "SELECT value, base FROM cells WHERE \"table\" = 'Q1' AND \"row\" = 'yes' AND "
        + "statistic = 'count' AND \"column\" = '.total'",
      ["2|3"]
    ),
    ("SELECT name FROM lists WHERE \"row\" = 'yes' AND \"column\" = '.total'", ["Ada", "Dot"]),
    (
      "SELECT key, value FROM about ORDER BY key",
      ["cut_off|2005-07-29", "language|en", "title|Replies"]
    ),
  ])
  func whatItHas(question: String, expected: [String]) throws {
    let found = try Self.ask(try Self.collection.get().workdir, question)
    #expect(found == expected)
  }

  /// Each column of each table and view is described, and nothing else.
  @Test func everyColumnIsDescribed() throws {
    let workdir = try Self.collection.get().workdir
    let there = try Self.ask(
      workdir,
      "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p "
        + "WHERE m.type IN ('table', 'view') ORDER BY 1, 2")
    let described = try Self.ask(
      workdir, "SELECT table_name, column_name FROM columns ORDER BY 1, 2")
    #expect(there == described && there.count > 80)
    #expect(
      try Self.ask(workdir, "SELECT * FROM columns WHERE meaning = '' OR type = ''") == [])
  }

  /// Of an instance a question is what the form asks, and not what all instances of a submission come to; and
  /// tables of two repeats have two names.
  @Test func instancesOfRepeats() throws {
    let replies = try Respondents(
      form: "begin_repeat,people,People,,,\nselect_one yn,works,Works?,,,\ndate,born,Born?,,,\n"
        + "end_repeat,,,,,\nbegin_repeat,people_labels,Labels,,,\nselect_one yn,worn,Worn?,,,\n"
        + "end_repeat,,,,,\n",
      pipeline: """
          - file: people.csv
            repeat: {name: people, of: replies.csv, key: _p, parent: _id}
          - file: labels.csv
            repeat: {name: people_labels, of: replies.csv, key: _p, parent: _id}
        forms: [sqlite, sav]
        fail-on: never

        """,
      replies: "Who,Received,_id\nAda,2005-06-01,1\nBob,2005-06-02,2\n")
    try replies.workdir.write(
      "tables:\n  - {id: works, unit: people, rows: works}\n"
        + "  - {id: worn, unit: people_labels, rows: worn}\n",
      to: "Pipelines/replies/tables.yaml")
    try replies.workdir.write(
      "_p,works,born\n1,No,2001-02-03\n1,Yes,\n2,No,2004-02-29\n",
      to: "Input/replies/people.csv")
    try replies.workdir.write("_p,worn\n2,Yes\n", to: "Input/replies/labels.csv")
    let run = try replies.run()
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try Self.ask(
        replies.workdir,
        "SELECT unit, instance, works, born FROM instances_people_labels ORDER BY unit, instance")
        == ["Ada|1|No|2001-02-03", "Ada|2|Yes|", "Bob|1|No|2004-02-29"])
    let worn = try Self.ask(
      replies.workdir, "SELECT submission, worn FROM instances_people_labels_2")
    #expect(worn == ["2|yes"])
    let counts = try Self.ask(
      replies.workdir,
      "SELECT \"row\", value FROM cells WHERE \"table\" = 'works' AND statistic = 'count' "
        + "AND \"row\" IN ('yes', 'no') AND \"column\" = '.total' ORDER BY rowid")
    #expect(counts == ["yes|1", "no|2"])
    let files = try FileManager.default.contentsOfDirectory(
      atPath: "\(replies.workdir.path)/Output/replies/published")
    #expect(
      files.filter { $0.hasSuffix(".sav") }.sorted() == [
        "replies-people.sav", "replies-people_labels.sav", "replies.sav",
      ])
  }

  /// Figures of more digits than a double has are numbers all the same, beside those of dates.
  @Test func figuresCanBeCompared() throws {
    let replies = try Respondents(
      form: "integer,n,How many?,,,\ndate,day,When?,,,\n",
      pipeline: "forms: [sqlite]\nfail-on: never\n",
      replies: "Who,Received,n,day\nA,2005-06-01,10000,2001-02-03\nB,2005-06-01,10000,\n"
        + "C,2005-06-01,10001,\n")
    try replies.workdir.write(
      "tables:\n  - {rows: n, statistics: [mean]}\n  - {rows: day, statistics: [minimum]}\n",
      to: "Pipelines/replies/tables.yaml")
    #expect(try replies.run().status == 0)
    #expect(
      try Self.ask(
        replies.workdir,
        "SELECT \"table\", typeof(value), value < 20000 FROM cells WHERE \"row\" = '.value' "
          + "AND statistic IN ('mean', 'minimum') ORDER BY 1") == ["day|text|0", "n|real|1"])
  }

  @Test func sameBytesAgain() throws {
    let (one, other) = (try Self.collection.get().workdir, try Self.published().workdir)
    let name = "Output/replies/published/replies.sqlite"
    let bytes = try Data(contentsOf: URL(filePath: "\(one.path)/\(name)"))
    #expect(bytes == (try Data(contentsOf: URL(filePath: "\(other.path)/\(name)"))))
  }

  /// Given in confidence there is what the CSV has: no unit, submission or text.
  @Test func inConfidence() throws {
    let workdir = try Self.published("disclosure: {threshold: 3}\n").workdir
    #expect(
      try Self.ask(workdir, "SELECT name FROM sqlite_master WHERE type <> 'index' ORDER BY name")
        == [
          "about", "answer_states", "balance", "cells", "choices", "columns", "lists", "questions",
          "tables",
        ])
    let bytes = try Data(
      contentsOf: URL(filePath: "\(workdir.path)/Output/replies/published/replies.sqlite"))
    for secret in ["Ada", "Cyd", "later", "perhaps", "phoned"] {
      #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret)")
    }
  }

  /// The questions of the manual, with what comes out.
  @Test func questionsOfTheManual() throws {
    let workdir = try MigrantsProtocol.workdir()
    let runner = StageRunner(workdir, collection: MigrantsProtocol.name)
    for stage in StageRunner.stages {
      let run = try runner.run(
        stage, arguments: stage == "export" ? ["--form", "sqlite"] : [])
      #expect(run.status == 0, "\(run.error)")
    }
    let blocks = try Repository.text(of: "Pipelines/DATABASE.md").components(
      separatedBy: "```sql\n"
    )
    .dropFirst()
    #expect(blocks.count == 10)
    for block in blocks {
      let parts = block.components(separatedBy: "```")
      let expected = parts[2].split(separator: "\n").dropFirst().map(String.init)
      #expect(
        try Self.ask(workdir, parts[0], of: MigrantsProtocol.name) == expected, "\(parts[0])")
    }
  }
}
