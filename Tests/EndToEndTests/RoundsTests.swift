import Foundation
import Register
import Testing
import _TestSupport

/// Two rounds of one questionnaire checked against each other: the figures are counted by hand from
/// the ten replies of `TwoRounds`.
struct RoundsTests {
  private static let compared = Result {
    let rounds = try TwoRounds()
    let run = try rounds.run()
    #expect(run.status == 0, "\(run.error)")
    let comparison = try rounds.compare(["--verbose"])
    #expect(comparison.status == 0, "\(comparison.error)")
    #expect(
      comparison.error
        == "survey-2012: compare: 5 questions compared; 3 units replied in both rounds, "
        + "5 answers moved\n")
    return rounds
  }

  @Test func questionnaire() throws {
    let found = try Self.compared.get().compared("machine/questionnaire.csv")
    let expected = """
      from_question,to_question,from_choice,to_choice,status,from_label,to_label,note
      q1,q1,,,recoded,Do you have a law?,Do you have a law,choices added: partly
      q1,q1,yes,yes,same,Yes,Yes,
      q1,q1,,partly,added,,Partly,
      q1,q1,no,no,same,No,No,
      q2,q2,,,moved,How strict is it?,How strict is it?,asked under another condition
      q2,q2,1,1,same,Low,Low,
      q2,q2,2,2,reworded,Medium,Middling,
      q2,q2,3,3,same,High,High,
      q3,q3,,,recoded,Which means are used?,Which means are used?,choices added: web; choices \
      dropped: post; choices in another order
      q3,q3,press,press,same,Press,Press,
      q3,q3,radio,radio,same,Radio,Radio,
      q3,q3,,web,added,,Web,
      q3,q3,post,,dropped,Post,,
      q4,q4,,,same,How many officers?,How many officers?,
      q5,plan,,,reworded break,Is there a plan?,Is there a national plan?,plans of provinces too \
      since 2010
      q5,plan,yes,yes,same,Yes,Yes,
      q5,plan,no,no,same,No,No,
      ,q6,,,added,,Is there a budget?,
      ,q6,,yes,added,,Yes,
      ,q6,,no,added,,No,
      q7,q7,,,same,Remarks,Remarks,texts are not compared
      q8,q8,,,retyped,Was money spent?,Was money spent?,select_one became select_multiple
      q8,q8,yes,yes,same,Yes,Yes,
      q8,q8,no,no,same,No,No,
      q6,,,,dropped,Are there courts?,,
      q6,,yes,,dropped,Yes,,
      q6,,no,,dropped,No,,

      """
    #expect(CSVText.records(found) == CSVText.records(expected))
  }

  /// With a double click, in a locale with decimal commas: choices `1` and `2` stay texts.
  @Test func whatPeopleOpenOpensRight() throws {
    let rounds = try TwoRounds()
    let path = "Pipelines/\(rounds.to)/pipeline.yaml"
    try rounds.workdir.write(
      try rounds.workdir.read(path)
        + "spreadsheet: {separator: semicolon, decimal: comma}\n", to: path)
    #expect(try rounds.run().status == 0)
    #expect(try rounds.compare().status == 0)
    let folder = "\(rounds.workdir.path)/Output/\(rounds.to)/compared/\(rounds.from)"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/changes.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let changes = try rounds.compared("changes.csv")
    let mark = "\u{200E}"
    #expect(
      changes.contains(
        "\r\n\(mark)q2;\(mark)1;Low;percent;;;;all;1;3;\"33,333333333333\";1;4;25;"
          + "\"-8,333333333333\";moved;"))
    let movers = try rounds.compared("movers.csv")
    #expect(movers.contains("\r\n\(mark)q4;FRA;France;answered;10;10;answered;15;15;up;;"))
    let response = try rounds.compared("response.csv")
    #expect(response.contains("\r\nDEU;Germany;both;replied;replied;"))
    let questions = try rounds.compared("questionnaire.csv")
    #expect(questions.contains("\r\n\(mark)q2;\(mark)q2;\(mark)1;\(mark)1;same;Low;Low;"))
    #expect(try rounds.compared("machine/changes.csv").contains("\nq2,1,Low,percent,"))
    let sums = try CommandRun(
      "/usr/bin/sha256sum", ["--check", "--quiet", "SHA256SUMS"], in: folder)
    #expect(sums.status == 0)
  }

  /// Question, choice, statistic, units, the three figures of each round, the change and its marks.
  @Test func changesOfAllUnits() throws {
    let rows = CSVText.rows(try Self.compared.get().compared("machine/changes.csv"))
    let columns = [
      "question", "choice", "statistic", "units", "from_numerator", "from_base", "from_value",
      "to_numerator", "to_base", "to_value", "change", "status",
    ]
    let found = rows.filter { $0["attribute"] == "" }.map { row in
      columns.map { row[$0] ?? "?" }.joined(separator: ",")
    }
    let expected = """
      q1,yes,percent,all,3,5,60,3,5,60,0,recoded
      q1,partly,percent,all,,,,1,5,20,,recoded added
      q1,no,percent,all,2,5,40,1,5,20,-20,recoded
      q1,yes,percent,both,2,3,66.666666666667,2,3,66.666666666667,0,recoded
      q1,partly,percent,both,,,,1,3,33.333333333333,,recoded added
      q1,no,percent,both,1,3,33.333333333333,0,3,0,-33.333333333333,recoded
      q2,1,percent,all,1,3,33.333333333333,1,4,25,-8.333333333333,moved
      q2,2,percent,all,1,3,33.333333333333,1,4,25,-8.333333333333,moved reworded
      q2,3,percent,all,1,3,33.333333333333,2,4,50,16.666666666667,moved
      q2,1,percent,both,1,2,50,1,3,33.333333333333,-16.666666666667,moved
      q2,2,percent,both,0,2,0,1,3,33.333333333333,33.333333333333,moved reworded
      q2,3,percent,both,1,2,50,1,3,33.333333333333,-16.666666666667,moved
      q3,press,percent,all,2,4,50,2,4,50,0,recoded
      q3,radio,percent,all,2,4,50,1,4,25,-25,recoded
      q3,web,percent,all,,,,2,4,50,,recoded added
      q3,post,percent,all,1,4,25,,,,,recoded dropped
      q3,press,percent,both,2,2,100,2,2,100,0,recoded
      q3,radio,percent,both,1,2,50,0,2,0,-50,recoded
      q3,web,percent,both,,,,1,2,50,,recoded added
      q3,post,percent,both,0,2,0,,,,,recoded dropped
      q4,,mean,all,65,4,16.25,73,5,14.6,-1.65,
      q4,,mean,both,60,3,20,65,3,21.666666666667,1.666666666667,
      plan,yes,percent,all,3,4,75,2,4,50,,reworded break
      plan,no,percent,all,1,4,25,2,4,50,,reworded break
      plan,yes,percent,both,2,3,66.666666666667,1,2,50,,reworded break
      plan,no,percent,both,1,3,33.333333333333,1,2,50,,reworded break
      q6,,,,,,,,,,,added
      q7,,,,,,,,,,,
      q8,,,,,,,,,,,retyped
      q6,,,,,,,,,,,dropped
      """
    #expect(found == expected.components(separatedBy: "\n"))
  }

  /// Germany was a signatory in 2005 and a party in 2012.
  @Test func changesByStatusAndGroupAtEachCutOff() throws {
    let rows = CSVText.rows(try Self.compared.get().compared("machine/changes.csv"))
    let found = rows.filter {
      $0["question"] == "q1" && $0["choice"] == "yes" && $0["units"] == "all"
    }.map { row in
      ["code", "from_numerator", "from_base", "to_numerator", "to_base", "change", "status"].map {
        row[$0] ?? "?"
      }.joined(separator: ",")
    }
    let expected = """
      ,3,5,3,5,0,recoded
      african,1,2,1,2,0,recoded
      asia_pacific,0,0,0,0,,recoded no-base
      eastern_european,0,1,1,1,100,recoded
      latin_american_and_caribbean,0,0,0,0,,recoded no-base
      western_european_and_other,2,2,1,2,-50,recoded
      party,2,4,3,5,10,recoded
      signatory,1,1,0,0,,recoded no-base
      non_signatory,0,0,0,0,,recoded no-base
      """
    #expect(found.filter { !$0.hasPrefix("no_group,") } == expected.components(separatedBy: "\n"))
  }

  @Test func movers() throws {
    let then = "no Member State on 2005-07-29, the cut-off of survey-2005"
    let now = "no Member State on 2012-12-31, the cut-off of survey-2012"
    let libya = "called 'Libyan Arab Jamahiriya' in survey-2005"
    let plan = "break: plans of provinces too since 2010"
    let found = try Self.compared.get().compared("machine/movers.csv")
    let silent = "did_not_reply,,Did not reply"
    let expected = """
      question,unit,name,from_state,from,from_label,to_state,to,to_label,direction,status,note
      q1,DEU,Germany,answered,yes,Yes,answered,partly,Partly,,recoded,
      q1,KEN,Kenya,\(silent),answered,no,No,,recoded,
      q1,LBY,Libya,answered,no,No,answered,yes,Yes,,recoded,\(libya)
      q1,MNE,Montenegro,,,,answered,yes,Yes,,recoded,"\(then)"
      q1,NAM,Namibia,answered,yes,Yes,\(silent),,recoded,
      q1,SCG,Serbia and Montenegro,answered,no,No,,,,,recoded,"\(now)"
      q2,FRA,France,answered,1,Low,answered,2,Middling,up,moved,
      q2,LBY,Libya,not_applicable,,Not applicable,answered,1,Low,,moved,\(libya)
      q2,MNE,Montenegro,,,,answered,3,High,,moved,"\(then)"
      q2,NAM,Namibia,answered,2,Medium,\(silent),,moved,
      q3,FRA,France,answered,radio press,Radio; Press,answered,press web,Press; Web,,recoded,
      q3,KEN,Kenya,\(silent),answered,radio,Radio,,recoded,
      q3,MNE,Montenegro,,,,answered,web,Web,,recoded,"\(then)"
      q3,NAM,Namibia,answered,post,Post,\(silent),,recoded,
      q3,SCG,Serbia and Montenegro,answered,radio,Radio,,,,,recoded,"\(now)"
      q4,FRA,France,answered,10,10,answered,15,15,up,,
      q4,KEN,Kenya,\(silent),answered,7,7,,,
      q4,MNE,Montenegro,,,,answered,1,1,,,"\(then)"
      q4,SCG,Serbia and Montenegro,answered,5,5,,,,,,"\(now)"
      plan,KEN,Kenya,\(silent),answered,no,No,,reworded break,\(plan)
      plan,LBY,Libya,answered,yes,Yes,no_answer,,No answer,,reworded break,\(libya); \(plan)
      plan,MNE,Montenegro,,,,answered,yes,Yes,,reworded break,"\(then); \(plan)"
      plan,SCG,Serbia and Montenegro,answered,yes,Yes,,,,,reworded break,"\(now); \(plan)"
      q7,FRA,France,answered,,Answered,no_answer,,No answer,,,
      q7,DEU,Germany,no_answer,,No answer,answered,,Answered,,,

      """
    #expect(CSVText.records(found) == CSVText.records(expected))
  }

  @Test func response() throws {
    let rows = CSVText.rows(try Self.compared.get().compared("machine/response.csv"))
    // The Member States of 2005, and Serbia, Montenegro and South Sudan.
    #expect(rows.count == 191 + 3)
    let replied = rows.filter { $0["response"] != "neither" }.map {
      "\($0["unit"] ?? ""),\($0["response"] ?? ""),\($0["from"] ?? ""),\($0["to"] ?? "")"
    }
    #expect(
      replied == [
        "FRA,both,replied,replied", "DEU,both,replied,replied", "KEN,to_only,silent,replied",
        "LBY,both,replied,replied", "MNE,to_only,,replied", "NAM,from_only,replied,silent",
        "SCG,from_only,replied,",
      ])
    let southSudan = rows.first { $0["unit"] == "SSD" }
    #expect(southSudan?["note"]?.hasPrefix("no Member State on 2005-07-29") == true)
  }

  @Test func summary() throws {
    #expect(
      try Self.compared.get().compared("summary.md") == """
        # A survey of laws: change between two rounds

        From survey-2005 (cut-off 2005-07-29) to survey-2012 (cut-off 2012-12-31). Status and \
        regional group are those at each round's own cut-off.

        ## Replies

        - 3 replied in both rounds: France, Germany, Libya
        - 2 only in survey-2005: Namibia, Serbia and Montenegro
        - 2 only in survey-2012: Kenya, Montenegro
        - 187 in neither

        ## The questionnaire

        - 2 questions the same
        - 1 reworded: plan
        - 2 recoded: q1, q3
        - 1 retyped: q8
        - 1 moved: q2
        - 1 added: q6
        - 1 dropped: q6

        ## Breaks in series

        - Is there a national plan?: plans of provinces too since 2010

        ## The largest changes

        - Which means are used? – Radio: from most (2 of 4, 50 per cent) to few (1 of 4, 25 per \
        cent), down 25 percentage points (recoded)
        - Do you have a law – No: from few (2 of 5, 40 per cent) to few (1 of 5, 20 per cent), down \
        20 percentage points (recoded)
        - How strict is it? – High: from few (1 of 3, 33 per cent) to most (2 of 4, 50 per cent), up \
        17 percentage points (moved)
        - How strict is it? – Low: from few (1 of 3, 33 per cent) to few (1 of 4, 25 per cent), down \
        8 percentage points (moved)
        - How strict is it? – Middling: from few (1 of 3, 33 per cent) to few (1 of 4, 25 per cent), \
        down 8 percentage points (moved, reworded)

        ## Who moved

        ### Do you have a law

        - Yes → Partly: Germany
        - No → Yes: Libya

        ### How strict is it?

        - Low → Middling: France

        ### Which means are used?

        - Radio; Press → Press; Web: France

        ### How many officers?

        - 10 → 15: France

        """)
  }

  /// All names that stand for another wording now are told at once, each with its line.
  @Test func aNameUsedAgainIsRefused() throws {
    let rounds = try TwoRounds()
    let map = "\(rounds.workdir.path)/Pipelines/survey-2012/rounds.yaml"
    try FileManager.default.removeItem(atPath: map)
    let run = try rounds.compare()
    #expect(run.status == 78)
    let lines = run.error.split(separator: "\n")
    #expect(lines.count == 2, "\(run.error)")
    #expect(
      lines.first?.hasPrefix(
        "Pipelines/survey-2012/survey.csv:3: error: [reused-name] choice '2' of 'q2' says "
          + "'Middling', but 'Medium'") == true, "\(run.error)")
    #expect(
      lines.last?.hasPrefix(
        "Pipelines/survey-2012/survey.csv:7: error: [reused-name] question 'q6' asks 'Is there a "
          + "budget?', but 'Are there courts?' at Pipelines/survey-2005/survey.csv:7") == true,
      "\(run.error)")
    #expect(!rounds.workdir.exists("Output/survey-2012/compared"))
  }

  @Test(arguments: [
    ("plan: q5", "plam: q5", ":3", "Did you mean 'plan'?"),
    ("plan: q5", "plan: q55", ":3", "Did you mean 'q5'?"),
    ("q6: null", "q6: q5", ":4", "'q5' is what 'plan' was already"),
    ("[q2/2]", "[q2/7]", ":5", "'q2' has no choice '7'"),
    ("question: plan,", "question: pan,", ":7", "Did you mean 'plan'?"),
    ("breaks:", "break:", "", "Did you mean 'breaks'?"),
    ("survey-2005:", "survey-2006:", ":2", "Did you mean 'survey-2005'?"),
  ])
  func aMistakeInTheMapIsNamed(old: String, new: String, line: String, message: String) throws {
    let rounds = try TwoRounds()
    try rounds.workdir.replace(old, with: new, in: "Pipelines/survey-2012/rounds.yaml")
    let run = try rounds.compare()
    #expect(run.status == 78)
    #expect(run.error.hasPrefix("Pipelines/survey-2012/rounds.yaml\(line)"), "\(run.error)")
    #expect(run.error.contains(message), "\(run.error)")
  }

  @Test func choicesThatWereRenamedAreFollowed() throws {
    let rounds = try TwoRounds()
    let name = "Pipelines/survey-2012"
    try rounds.workdir.replace("means,web,Web", with: "means,mail,Mail", in: "\(name)/choices.csv")
    try rounds.workdir.replace("Press;Web", with: "Press;Mail", in: "Input/survey-2012/replies.csv")
    try rounds.workdir.replace(",Web,", with: ",Mail,", in: "Input/survey-2012/replies.csv")
    try rounds.workdir.replace(
      "  same-wording", with: "  choices: {q3: {mail: post}}\n  same-wording",
      in: "\(name)/rounds.yaml")
    #expect(try rounds.run().status == 0)
    let run = try rounds.compare()
    #expect(run.status == 0, "\(run.error)")
    let row = CSVText.rows(try rounds.compared("machine/changes.csv")).first {
      $0["choice"] == "mail"
    }
    // Namibia used the post in 2005; France and Montenegro mail in 2012.
    #expect(row?["from_value"] == "25")
    #expect(row?["to_value"] == "50")
    #expect(row?["change"] == "25")
    #expect(row?["status"] == "recoded reworded")
  }

  /// One line says it of all questions and choices; what differs otherwise is refused as ever.
  @Test func wordsThatMayVary() throws {
    let rounds = try TwoRounds()
    for year in ["2005", "2012"] {
      let folder = "Pipelines/survey-\(year)"
      try rounds.workdir.replace(
        "How many officers?", with: "How many officers in \(year)?", in: "\(folder)/survey.csv")
      try rounds.workdir.replace(
        "means,press,Press", with: "means,press,Press (\(year))", in: "\(folder)/choices.csv")
    }
    try rounds.workdir.replace(
      "  breaks:", with: "  varying-words: ['20[0-9][0-9]']\n  breaks:",
      in: "\(Self.newer)/rounds.yaml")
    #expect(try rounds.run().status == 0)
    let run = try rounds.compare()
    #expect(run.status == 0, "\(run.error)")
    let question = CSVText.rows(try rounds.compared("machine/questionnaire.csv")).first {
      $0["to_question"] == "q4"
    }
    #expect(question?["status"] == "same")
    try rounds.workdir.replace("in 2012?", with: "in all 2012?", in: "\(Self.newer)/survey.csv")
    #expect(try rounds.compare().error.contains("[reused-name] question 'q4'"))
    try rounds.workdir.replace(
      "['20[0-9][0-9]']", with: "['20[0-9']", in: "\(Self.newer)/rounds.yaml")
    #expect(try rounds.compare().error.contains("[regex]"))
  }

  /// A wording that names the year of its round is another in the next one, and asks the same where
  /// `rounds.yaml` says so. The officers are 10, 20, 30 and 5 in 2005, then 15, 20, 30, 7 and 1.
  @Test func aWordingThatNamesTheYearAsksTheSame() throws {
    let rounds = try TwoRounds()
    for year in ["2005", "2012"] {
      try rounds.workdir.replace(
        "How many officers?", with: "How many officers in \(year)?",
        in: "Pipelines/survey-\(year)/survey.csv")
    }
    #expect(try rounds.run().status == 0)
    let refused = try rounds.compare()
    #expect(refused.status == 78)
    #expect(
      refused.error.contains(
        "[reused-name] question 'q4' asks 'How many officers in 2012?', but 'How many officers in "
          + "2005?' at Pipelines/survey-2005/survey.csv:5;"), "\(refused.error)")
    try rounds.workdir.replace(
      "same-wording: [q2/2]", with: "same-wording: [q2/2, q4]", in: "\(Self.newer)/rounds.yaml")
    let run = try rounds.compare()
    #expect(run.status == 0, "\(run.error)")
    let question = CSVText.rows(try rounds.compared("machine/questionnaire.csv")).first {
      $0["to_question"] == "q4"
    }
    #expect(question?["status"] == "reworded")
    #expect(question?["note"] == "")
    let means = CSVText.rows(try rounds.compared("machine/changes.csv")).filter {
      $0["question"] == "q4" && $0["statistic"] == "mean" && $0["units"] == "all"
        && $0["attribute"] == ""
    }
    #expect(means.map { $0["from_value"] } == ["16.25"])
    #expect(means.map { $0["to_value"] } == ["14.6"])
    #expect(means.map { $0["change"] } == ["-1.65"])
  }

  /// What the earlier round called 'no' is called 'none', and nothing says so.
  @Test func choicesThatWereRenamedInSilenceAreRefused() throws {
    let rounds = try TwoRounds()
    try rounds.workdir.replace("law,no,No", with: "law,none,No", in: "\(Self.newer)/choices.csv")
    let run = try rounds.compare()
    #expect(run.status == 78)
    #expect(
      run.error
        == "Pipelines/survey-2012/survey.csv:2: error: [renamed-choice] choice 'none' of 'q1' says "
        + "'No', as 'no' did in the earlier round, which is none now; expected one name for one "
        + "wording. In rounds.yaml give 'q1: {none: no}' under 'choices', or null where it is new\n"
    )
    try rounds.workdir.replace(
      "  same-wording", with: "  choices: {q1: {none: null}}\n  same-wording",
      in: "\(Self.newer)/rounds.yaml")
    #expect(try rounds.run().status == 0)
    #expect(try rounds.compare().status == 0)
  }

  /// Low is the first of three points in one round and the last in the other.
  @Test func scaleThatWasTurnedRoundHasNoDirection() throws {
    let rounds = try TwoRounds()
    try rounds.workdir.replace("level,1,Low", with: "level,3,Low", in: "\(Self.newer)/choices.csv")
    try rounds.workdir.replace(
      "level,3,High", with: "level,1,High", in: "\(Self.newer)/choices.csv")
    try rounds.workdir.replace(
      "  same-wording", with: "  choices: {q2: {3: 1, 1: 3}}\n  same-wording",
      in: "\(Self.newer)/rounds.yaml")
    #expect(try rounds.run().status == 0)
    let run = try rounds.compare()
    #expect(run.status == 0, "\(run.error)")
    let movers = CSVText.rows(try rounds.compared("machine/movers.csv"))
    let found = movers.filter { $0["question"] == "q2" && $0["from_state"] == $0["to_state"] }
    #expect(!found.isEmpty && found.allSatisfy { $0["direction"] == "" }, "\(found)")
    #expect(movers.contains { $0["question"] == "q4" && $0["direction"] != "" })
  }

  @Test(arguments: [
    ("kg|t=1000", "t|kg=0.001", "recoded", "numbers were in 'kg', are in 't'", false),
    ("kg|t=1000", "kg|t=1000", "", "", true),
    ("kg", "kg|kilograms|t=1000", "", "", true),
    ("", "kg", "recoded", "numbers were in no declared unit, are in 'kg'", true),
  ])
  func numbersInAnotherUnit(
    old: String, new: String, status: String, note: String, isCompared: Bool
  ) throws {
    let rounds = try TwoRounds()
    for (name, units) in [("survey-2005", old), ("survey-2012", new)] {
      let path = "Pipelines/\(name)/survey.csv"
      let lines = try rounds.workdir.read(path).split(separator: "\n").enumerated().map {
        "\($1),\($0 == 0 ? "units" : $1.contains(",q4,") ? units : "")\n"
      }
      try rounds.workdir.write(lines.joined(), to: path)
    }
    #expect(try rounds.run().status == 0)
    let run = try rounds.compare()
    #expect(run.status == 0, "\(run.error)")
    let rows = CSVText.rows(try rounds.compared("machine/changes.csv")).filter {
      $0["question"] == "q4"
    }
    #expect(rows.allSatisfy { $0["note"]?.hasPrefix(note) == true }, "\(rows)")
    #expect(rows.first?["status"] == status)
    #expect(rows.contains { $0["change"] == "-1.65" } == isCompared)
    let movers = CSVText.rows(try rounds.compared("machine/movers.csv"))
    #expect(movers.contains { $0["question"] == "q4" } == isCompared)
  }

  /// 'plan' asks word for word what 'q5' asked, and nothing says what it was.
  @Test func questionThatWasRenamedInSilenceIsPointedOut() throws {
    let rounds = try TwoRounds()
    try rounds.workdir.replace(
      "Is there a national plan?", with: "Is there a plan?", in: "\(Self.newer)/survey.csv")
    try rounds.workdir.replace("    plan: q5\n", with: "", in: "\(Self.newer)/rounds.yaml")
    #expect(try rounds.run().status == 0)
    let run = try rounds.compare()
    #expect(run.status == 0, "\(run.error)")
    let row = CSVText.rows(try rounds.compared("machine/questionnaire.csv")).first {
      $0["to_question"] == "plan" && $0["to_choice"] == ""
    }
    #expect(row?["status"] == "added break")
    #expect(
      row?["note"]?.hasPrefix(
        "asks what 'q5' asked, which was dropped: if it is the same question, give 'plan: q5' under "
          + "'questions' in rounds.yaml") == true, "\(row ?? [:])")
  }

  private static let newer = "Pipelines/survey-2012"

  @Test func aRoundThatIsNotUpToDateIsRefused() throws {
    let rounds = try TwoRounds()
    let missing = try rounds.compare()
    #expect(missing.status == 66, "\(missing.error)")
    #expect(try rounds.run().status == 0)
    #expect(try rounds.compare().status == 0)
    let manifest = try rounds.compared("manifest.json")
    #expect(try rounds.compare(["--jobs", "1"]).status == 0)
    #expect(try rounds.compared("manifest.json") == manifest)
    #expect(manifest.contains("survey-2012/rounds.yaml"))

    try rounds.workdir.replace("Low", with: "Lowest", in: "Pipelines/survey-2005/choices.csv")
    try rounds.workdir.replace(
      "[q2/2]", with: "[q2/2, q2/1]", in: "Pipelines/survey-2012/rounds.yaml")
    let stale = try rounds.compare()
    #expect(stale.status == 65, "\(stale.error)")
    #expect(stale.error.contains("Output/survey-2005/"))
    #expect(try rounds.compared("manifest.json") == manifest)
  }

  /// `make compared`, the part of `make compare` after the build.
  @Test func makeRunsBothRoundsAndComparesThem() throws {
    let rounds = try TwoRounds()
    try rounds.workdir.copy("Makefile", to: "Makefile")
    func make(_ arguments: [String]) throws -> CommandRun {
      try CommandRun(
        "make", ["compared", "BIN=\(CommandRun.binaries)"] + arguments, in: rounds.workdir.path,
        environment: ["MAKEFLAGS": "", "MAKELEVEL": ""])
    }
    let run = try make(["FROM=survey-2005", "TO=survey-2012"])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output == "now: Output/survey-2012/compared/survey-2005/summary.md\n")
    #expect(try rounds.compared("summary.md").hasPrefix("# A survey of laws"))
    let refused = try make(["FROM=survey-2005", "TO=survey"])
    #expect(refused.status == 2)
    #expect(refused.error.contains("but one is 'survey'"))
    #expect(try make(["FROM=survey-2005"]).status == 2)
  }

  /// Random pairs of rounds against a second implementation in Python.
  @Test func randomPairs() throws {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    let script = "\(Repository.root)/Tests/Oracles/rounds_oracle.py"
    let made = try CommandRun(
      "python3", [script, "generate", "20121231", "20", workdir.path, "Pipelines/registers"],
      in: workdir.path)
    #expect(made.status == 0, "\(made.error)")
    for number in 1...20 {
      let pair = number < 10 ? "p0\(number)" : "p\(number)"
      let rounds = TwoRounds(workdir, from: "\(pair)-old", to: "\(pair)-new")
      #expect(try rounds.run().status == 0)
      let run = try rounds.compare()
      #expect(run.status == 0, "\(pair): \(run.error)")
    }
    let check = try CommandRun(
      "python3", [script, "check", workdir.path, "Pipelines/registers"], in: workdir.path)
    #expect(check.status == 0, "\(check.output)\(check.error)")
    print(check.lastLine)
  }

  @Test func aRoundIsNotComparedWithItself() throws {
    let rounds = try TwoRounds()
    let run = try rounds.compare([
      "--from-pipeline", "Pipelines/survey-2012", "--from-output", "Output/survey-2012",
    ])
    #expect(run.status == 64, "\(run.error)")
  }
}
