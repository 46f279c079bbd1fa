import Findings
import Foundation
import Testing
import _TestSupport

/// Rules of `rules.yaml`: what they are checked against, and what they decide.
struct DeclaredRuleTests {
  private static let name = "small"

  private func collection(
    _ rules: String, failOn: String = "query", replies: String
  ) throws -> StageRunner {
    let small = try SmallCollection()
    try small.replace(
      "rounding:", with: "fail-on: \(failOn)\nfindings-by-unit: yes\nrounding:",
      in: "pipeline.yaml")
    // Every question is in the source.
    try small.replace(
      "select_multiple channel,channels,How did you hear of it?,Comment l’avez-vous appris ?,,\n",
      with: "", in: "survey.csv")
    let workdir = small.workdir
    try workdir.write("rules:\n" + rules, to: "Pipelines/small/rules.yaml")
    try workdir.write(
      "Who,Received,attended,rating,sessions,day,remarks\n" + replies,
      to: "Input/small/replies-1.csv")
    try small.replace(
      "received: {column: Received}", with: "received: {column: Received}\n    version: 2024-01-01",
      in: "pipeline.yaml")
    return StageRunner(workdir, collection: Self.name)
  }

  private func published(_ runner: StageRunner, _ file: String) throws -> [[String: String]] {
    CSVText.rows(try runner.workdir.read("Output/\(Self.name)/published/\(file)"))
  }

  private func found(_ runner: StageRunner, _ rule: String) throws -> [[String: String]] {
    try published(runner, "machine/findings.csv").filter { $0["rule"] == rule }
  }

  private static let few = """
      - id: few-sessions
        severity: query
        where: ${attended} = 'yes'
        if: ${sessions} < 2
        message: only ${sessions} sessions
        meaning: Who attended came to one session at most.
        base-label: respondents who attended
    """

  /// Two of eight who attended; a ninth did not.
  private static let eight =
    (1...8).map { "R\($0),2024-05-01,yes,3,\($0 <= 2 ? 1 : 5),,\n" }.joined()
    + "R9,2024-05-01,no,,1,,\n"

  @Test(arguments: [
    ("25 %", Int32(0), "0 decide the exit status (fail-on: query, not 2 of few-sessions"),
    ("24.9 %", 1, "2 decide the exit status (fail-on: query)"),
    ("100%", 0, "0 decide"), ("0 %", 1, "2 decide"), (nil, 1, "2 decide"),
  ])
  func failsOnlyAboveAShareOfItsBase(share: String?, status: Int32, summary: String) throws {
    let rule = Self.few + (share.map { "\n    fail-above: \($0)" } ?? "") + "\n"
    let runner = try collection(rule, replies: Self.eight)
    for stage in StageRunner.stages.dropLast() { _ = try runner.run(stage) }
    let run = try runner.run("export", arguments: ["--verbose"])
    #expect(run.status == status, "\(run.error)")
    #expect(run.error.contains(summary), "\(run.error)")
    // Listed all the same, with the base where it matters.
    let findings = try found(runner, "few-sessions")
    #expect(findings.map { $0["unit"] } == ["R1", "R2"])
    let note =
      share == nil
      ? ""
      : " (2 of 8 respondents who attended, 25.0 per cent; decides the exit status above "
        + "\(share?.filter { $0 != "%" && $0 != " " } ?? ""))"
    #expect(findings.map { $0["message"] } == ["only 1 sessions\(note)", "only 1 sessions\(note)"])
  }

  @Test func otherRulesStillDecide() throws {
    let rules =
      Self.few + "\n    fail-above: 50 %\n" + """
          - id: no-day
            severity: fatal
            if: ${day} = ''
            message: no day
            meaning: The day is blank.
            fail-above: 10 %

        """
    let runner = try collection(rules, failOn: "fatal", replies: Self.eight)
    let run = try runner.runAll()
    #expect(run.status == 1)
    let rows = try published(runner, "findings-by-rule.csv")
    #expect(rows.map { $0["Rule"] } == ["no-day", "few-sessions"])
    #expect(rows.map { $0["Decides the exit status"] } == ["yes", "no"])
    #expect(rows.map { $0["Concerned"] } == ["9", "2"])
    #expect(rows.map { $0["Base"] } == ["9", "8"])
    #expect(rows.map { $0["Per cent"] } == ["100", "25"])
  }

  /// A rule of the program has its share at the top of the file.
  @Test(arguments: [("20 %", Int32(1)), ("25 %", 0)])
  func sharesOfTheProgramsOwnRules(share: String, status: Int32) throws {
    let runner = try collection("", failOn: "fatal", replies: "")
    try runner.workdir.write(
      "fail-above:\n  unclear-answer: \(share)\n", to: "Pipelines/small/rules.yaml")
    // One record of four, with two answers that are unclear.
    try runner.workdir.write(
      """
      Who,Received,attended,rating,sessions,day,remarks
      A,2024-05-01,perhaps,,many,,
      B,2024-05-01,yes,3,2,,
      C,2024-05-01,no,,2,,
      D,2024-05-01,no,,3,,

      """, to: "Input/small/replies-1.csv")
    #expect(try runner.runAll().status == status)
    let rows = try published(runner, "findings-by-rule.csv").filter {
      $0["Rule"] == "unclear-answer"
    }
    #expect(rows.map { $0["Fatal"] } == ["2"])
    #expect(rows.map { $0["Concerned"] } == ["1"])
    #expect(rows.map { $0["Base is"] } == ["records that came in"])
  }

  /// What counts is judged: the words of texts, what corrections put in, what is not applicable.
  @Test func textsAndCorrections() throws {
    let rules = """
        - id: short-remark
          severity: query
          where: ${remarks} != ''
          if: string-length(${remarks}) < 4
          message: "says only: ${remarks}"
          meaning: A remark has fewer than four letters.
        - id: rated-unseen
          severity: query
          if: ${rating} = '' and ${attended} = 'yes'
          message: no rating
          meaning: Who attended gave no rating.

      """
    let runner = try collection(
      rules,
      replies: """
        A,2024-05-01,yes,3,1,,été
        B,2024-05-01,yes,3,1,,abc
        C,2024-05-01,yes,3,1,,long enough
        D,2024-05-01,yes,,1,,
        E,2024-05-01,yes,,1,,"over
        lines"
        F,2024-05-01,no,,1,,

        """)
    try runner.workdir.write(
      "unit,question,from,to,reason\nB,remarks,abc,abcd,asked\nC,remarks,long enough,x,asked\n"
        + "D,rating,,2,asked\n",
      to: "Pipelines/small/corrections.csv")
    #expect(try runner.runAll().status == 1)
    let short = try found(runner, "short-remark")
    #expect(short.map { $0["unit"] } == ["A", "C"])
    #expect(short.map { $0["value"] } == ["été", "x"])
    #expect(short.map { $0["message"] } == ["says only: été", "says only: x"])
    #expect(try found(runner, "rated-unseen").map { $0["unit"] } == ["E"])
  }

  /// The form itself may rest on the words of a text: its constraint, and the routing of others.
  @Test func wordsInTheForm() throws {
    let runner = try collection("", replies: "")
    try runner.workdir.write("rules:\n", to: "Pipelines/small/rules.yaml")
    try runner.workdir.write(
      """
      type,name,label::English (en),relevant,constraint
      select_one yes_no,attended,Did you attend?,,
      select_one rating,rating,How was it?,,
      integer,sessions,How many sessions?,"contains(${remarks}, 'much')",
      date,day,On which day?,,
      text,remarks,Remarks,,"regex(., '[a-z ]+') and string-length(.) > 3"

      """, to: "Pipelines/small/survey.csv")
    try runner.workdir.write(
      """
      Who,Received,attended,rating,sessions,day,remarks
      A,2024-05-01,,,1,,very much
      B,2024-05-01,,,1,,very little
      C,2024-05-01,,,,,yes
      D,2024-05-01,,,,,YES INDEED
      E,2024-05-01,,,,,

      """, to: "Input/small/replies-1.csv")
    _ = try runner.runAll()
    #expect(try found(runner, "routing-broken").map { $0["unit"] } == ["B"])
    let broken = try found(runner, "constraint-broken")
    #expect(broken.map { $0["unit"] } == ["C", "D"])
    #expect(broken.map { $0["value"] } == ["yes", "YES INDEED"])
  }

  /// Each submission in time is checked against the one before it, by time and not by position.
  @Test func submissionsOfAUnitInTheirOrder() throws {
    let rules = """
        - id: changed
          severity: query
          over: unit
          if: ${last-saved#rating} != '' and ${rating} != ${last-saved#rating}
          message: from ${last-saved#rating} to ${rating}, ${submissions} in time, ${late_submissions} late
          meaning: The rating changed.

      """
    let runner = try collection(
      rules,
      replies: """
        A,2024-05-03,yes,1,1,,
        A,2024-05-01,yes,1,1,,
        A,2024-05-02,yes,2,1,,
        A,2024-07-02,yes,3,1,,
        B,2024-05-01,yes,3,1,,
        B,2024-05-02,yes,,1,,
        B,2024-05-03,yes,2,1,,
        C,2024-05-02,yes,1,1,,

        """)
    #expect(try runner.runAll().status == 1)
    let found = try found(runner, "changed")
    #expect(found.map { $0["line"] } == ["4", "2", "7"])
    #expect(
      found.map { $0["message"] } == [
        "from 1 to 2, 3 in time, 1 late", "from 2 to 1, 3 in time, 1 late",
        "from 3 to , 3 in time, 0 late",
      ])
    // Two units of the two that sent several.
    #expect(try published(runner, "findings-by-rule.csv").map { $0["Concerned"] } == ["2"])
    #expect(try published(runner, "findings-by-rule.csv").map { $0["Base"] } == ["2"])
  }

  /// Merged, the blank of a later submission is no blank.
  @Test func mergedSubmissionsAreJudgedAsTheyCount() throws {
    let rules = """
        - id: withdrawn
          severity: query
          over: unit
          if: ${rating} = '' and ${last-saved#rating} != ''
          message: was ${last-saved#rating}
          meaning: The rating was withdrawn.

      """
    for (mode, count) in [("replace", 1), ("merge", 0)] {
      let runner = try collection(
        rules, replies: "A,2024-05-01,yes,1,1,,\nA,2024-05-02,yes,,1,,\n")
      try runner.workdir.replace(
        "rounding:", with: "resubmissions: \(mode)\nrounding:", in: "Pipelines/small/pipeline.yaml")
      _ = try runner.runAll()
      #expect(try found(runner, "withdrawn").count == count, "\(mode)")
    }
  }

  /// A finding stands where the answer does that it names: the first one of the condition.
  @Test(arguments: [
    ("${rating} = '1'", ["2|1"]), ("${attended} = 'yes'", ["3|2"]),
    ("${rating} = '1' and ${attended} = 'yes'", ["2|1"]),
    ("${attended} = 'yes' and ${rating} = '1'", ["3|2"]),
  ])
  func mergedAnswersAreFoundWhereTheyStand(condition: String, expected: [String]) throws {
    let rules = """
        - id: low
          severity: query
          if: \(condition)
          message: low
          meaning: It is low.

      """
    let runner = try collection(
      rules, replies: "A,2024-05-01,no,1,1,,\nA,2024-05-02,yes,,1,,\n")
    try runner.workdir.replace(
      "rounding:", with: "resubmissions: merge\nrounding:", in: "Pipelines/small/pipeline.yaml")
    _ = try runner.runAll()
    #expect(
      try found(runner, "low").map { "\($0["line"] ?? "")|\($0["submission"] ?? "")" } == expected)
  }

  /// The same list however the work is shared out.
  @Test func jobsDoNotMatter() throws {
    let workdir = try Workdir()
    try workdir.copy("Tests/Rules/fires/Pipelines/declared", to: "Pipelines/declared")
    try workdir.copy("Tests/Rules/fires/Input/declared", to: "Input/declared")
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    var lists: [String] = []
    for jobs in [1, 2, 7] {
      var runner = StageRunner(workdir, collection: "declared")
      runner.jobs = jobs
      #expect(try runner.runAll().status == 0)
      let folder = "Output/declared/published"
      lists.append(
        try [
          "machine/findings.csv", "findings-by-rule.csv", "findings-by-unit.csv", "RULES.md",
        ].map {
          try workdir.read("\(folder)/\($0)")
        }.joined())
    }
    #expect(Set(lists).count == 1)
  }

  /// A stage that is run by hand after the rules changed refuses what was judged by others.
  @Test func rulesThatChangedAfterwards() throws {
    let runner = try collection(Self.few + "\n", failOn: "never", replies: Self.eight)
    #expect(try runner.runAll().status == 0)
    try runner.workdir.replace("< 2", with: "< 9", in: "Pipelines/small/rules.yaml")
    let run = try runner.run("export")
    #expect(run.status == 65)
    #expect(run.error.contains("[out-of-date] the folder was made from another rules.yaml"))
  }

  /// Spreadsheets take no message for a formula.
  @Test func summariesAreSafeForSpreadsheets() throws {
    let rules = """
        - id: remark
          severity: query
          if: ${remarks} != ''
          message: ${remarks}
          meaning: There is a remark.

      """
    let runner = try collection(rules, replies: "=A1,2024-05-01,yes,3,1,,=1+1\n")
    _ = try runner.runAll()
    for file in ["findings-by-rule.csv", "findings-by-unit.csv"] {
      let path = "Output/small/published/\(file)"
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(runner.workdir.path)/\(path)"))
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      let text = try runner.workdir.read(path)
      #expect(text.contains(",\u{200E}=1+1,"))
      #expect(text.contains("\r\n"))
    }
    let units = try runner.workdir.read("Output/small/published/findings-by-unit.csv")
    #expect(units.contains("\n\u{200E}=A1,"))
    // The list itself is exact.
    #expect(try found(runner, "remark").map { $0["message"] } == ["=1+1"])
  }

  /// Of respondents only on request, since there may be millions; elsewhere units have names.
  @Test(arguments: [
    ("", "", false), ("findings-by-unit: yes\n", "", true), ("", "    lists: all\n", true),
    ("findings-by-unit: no\n", "    lists: all\n", false),
  ])
  func findingsByUnitOfRespondents(key: String, lists: String, isMade: Bool) throws {
    let runner = try collection(Self.few + "\n", replies: "A,2024-05-01,yes,3,1,,\n")
    let (pipeline, tables) = ("Pipelines/small/pipeline.yaml", "Pipelines/small/tables.yaml")
    try runner.workdir.replace("findings-by-unit: yes\n", with: key, in: pipeline)
    try runner.workdir.write("tables:\n  - id: few\n    rows: attended\n" + lists, to: tables)
    try runner.workdir.write("", to: "Pipelines/small/report.md")
    _ = try runner.runAll()
    #expect(runner.workdir.exists("Output/small/published/findings-by-rule.csv"))
    #expect(runner.workdir.exists("Output/small/published/findings-by-unit.csv") == isMade)
  }

  /// The worst unit first; units without findings are not there.
  @Test func unitsInOrderOfWhatIsWrong() throws {
    let rules =
      Self.few + "\n" + """
          - id: no-day
            severity: fatal
            if: ${day} = ''
            message: no day
            meaning: The day is blank.

        """
    let runner = try collection(
      rules,
      replies: """
        A,2024-05-01,yes,3,1,2024-05-01,
        B,2024-05-01,yes,3,1,,
        C,2024-05-01,yes,3,5,,
        D,2024-05-01,yes,3,5,2024-05-01,

        """)
    _ = try runner.runAll()
    let rows = try published(runner, "findings-by-unit.csv")
    #expect(rows.map { $0["Unit"] } == ["B", "C", "A"])
    #expect(rows.map { $0["Fatal"] } == ["1", "1", "0"])
    #expect(rows.map { $0["To query"] } == ["1", "0", "1"])
    // The first of the worst.
    #expect(rows.map { $0["Rule"] } == ["no-day", "no-day", "few-sessions"])
  }
}
