import Testing
import _TestSupport

/// Two rounds whose answers are the same, and whose definitions differ in something that figures rest on: a
/// change must not be made of it in silence.
struct RoundsFiguresTests {
  /// What is written of a round.
  struct Collection: Sendable {
    var pipeline = ""
    var survey = "type,name,label\nselect_one yn,law,Law?\n"
    var choices = "list_name,name,label\nyn,yes,Yes\nyn,no,No\n"
    var tables = "tables: [{id: law, rows: law}]\n"
    var units: String?
    var replies = "who,law\na,yes\nb,no\nc,no\n"
    /// The instances of the repeat `kids`, a record each.
    var kids: String?
    /// A further source, the name of its file and what is in it.
    var further: (source: String, file: String, text: String)?
  }

  /// A pair of rounds, and the change, status and note of one of its figures, of all units.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let then: Collection
    let now: Collection
    var figure = ("law", "yes")
    let expected: [String]

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "weights",
      then: Collection(),
      now: Collection(
        survey: "type,name,label\nselect_one yn,law,Law?\ninteger,wt,Weight\n",
        tables: "weights: {question: wt}\ntables: [{id: law, rows: law}]\n",
        replies: "who,law,wt\na,yes,9\nb,no,1\nc,no,1\n"),
      expected: [
        "", "unweighted",
        "the tables of now are weighted, and a comparison counts replies: it gives no change of shares and means",
      ]),
    Case(
      name: "percent-base", then: Collection(pipeline: "rounding: {percent-base: 4}\n"),
      now: Collection(), expected: ["", "small-base", ""]),
    Case(
      name: "percent-base of as many", then: Collection(pipeline: "rounding: {percent-base: 3}\n"),
      now: Collection(), expected: ["0", "", ""]),
    Case(
      name: "choice_filter",
      then: Collection(
        survey: "type,name,label,choice_filter\nselect_one yn,law,Law?,\n"
          + "select_one t,town,Town?,law=${law}\n",
        choices: "list_name,name,label,law\nyn,yes,Yes,\nyn,no,No,\nt,x,X,no\nt,z,Z,yes\n",
        replies: "who,law,town\na,yes,z\nb,no,x\nc,no,x\n"),
      now: Collection(
        survey: "type,name,label\nselect_one yn,law,Law?\nselect_one t,town,Town?\n",
        choices: "list_name,name,label\nyn,yes,Yes\nyn,no,No\nt,x,X\nt,z,Z\n",
        replies: "who,law,town\na,yes,z\nb,no,x\nc,no,x\n"),
      figure: ("town", "z"),
      expected: ["-66.666666666667", "moved", "choices offered under another condition: x, z"]),
    Case(
      name: "behind-skip",
      then: Collection(
        pipeline: "behind-skip: blank\n",
        survey: "type,name,label,relevant\nselect_one yn,law,Law?,\n"
          + "select_one yn,more,More?,${law} = 'yes'\n",
        replies: "who,law,more\na,yes,yes\nb,no,no\nc,no,no\n"),
      now: Collection(
        pipeline: "behind-skip: keep\n",
        survey: "type,name,label,relevant\nselect_one yn,law,Law?,\n"
          + "select_one yn,more,More?,${law} = 'yes'\n",
        replies: "who,law,more\na,yes,yes\nb,no,no\nc,no,no\n"),
      figure: ("more", "yes"),
      expected: [
        "-66.666666666667", "moved", "answers behind a skip: 'behind-skip' was 'blank', is 'keep'",
      ]),
    Case(
      name: "behind-skip of a question that a choice is offered by",
      then: offered(behindSkip: "blank"), now: offered(behindSkip: "keep"), figure: ("town", "z"),
      expected: [
        "-50", "moved", "answers behind a skip: 'behind-skip' was 'blank', is 'keep'",
      ]),
    Case(
      name: "names in other capitals", then: Collection(),
      now: Collection(replies: "who,law\n A,yes\nB,no\nC,yes\n"),
      expected: ["33.333333333333", "", ""]),
  ]

  /// Town z is offered to those who said yes of more, which was asked of those who said yes of the law: of a and b,
  /// who both did, b behind a skip.
  private static func offered(behindSkip: String) -> Collection {
    Collection(
      pipeline: "behind-skip: \(behindSkip)\n",
      survey: "type,name,label,relevant,choice_filter\nselect_one yn,law,Law?,,\n"
        + "select_one yn,more,More?,${law} = 'yes',\nselect_one t,town,Town?,,more=${more} or more=''\n",
      choices: "list_name,name,label,more\nyn,yes,Yes,\nyn,no,No,\nt,x,X,\nt,z,Z,yes\n",
      replies: "who,law,more,town\na,yes,yes,z\nb,no,yes,x\nc,no,,x\n")
  }

  private func compare(_ then: Collection, _ now: Collection) throws -> Workdir {
    let workdir = try Workdir()
    for (name, day, round) in [("then", "2004-05-01", then), ("now", "2012-05-01", now)] {
      let folder = "Pipelines/\(name)"
      let unit = round.units == nil ? "respondent" : "listed"
      try workdir.write(
        "title: T\ncut-off: \(day)\nunit: \(unit)\n\(round.pipeline)sources:\n  - file: r.csv\n"
          + "    unit: {column: who}\n    received: {date: \(day)}\n"
          + (round.kids == nil
            ? "" : "  - file: k.csv\n    repeat: {name: kids, of: r.csv, key: p, parent: who}\n")
          + (round.further?.source ?? ""),
        to: "\(folder)/pipeline.yaml")
      try workdir.write(round.survey, to: "\(folder)/survey.csv")
      try workdir.write(round.choices, to: "\(folder)/choices.csv")
      try workdir.write(round.tables, to: "\(folder)/tables.yaml")
      if let units = round.units { try workdir.write(units, to: "\(folder)/units.csv") }
      try workdir.write(round.replies, to: "Input/\(name)/r.csv")
      if let further = round.further {
        try workdir.write(further.text, to: "Input/\(name)/\(further.file)")
      }
      if let kids = round.kids { try workdir.write(kids, to: "Input/\(name)/k.csv") }
      for stage in StageRunner.stages.dropLast() {
        let run = try StageRunner(workdir, collection: name).run(stage)
        #expect(run.status == 0, "\(run.error)")
      }
    }
    let run = try CommandRun.comparison(of: "then", with: "now", in: workdir)
    #expect(run.status == 0, "\(run.error)")
    return workdir
  }

  @Test(arguments: cases)
  func whatFiguresRestOnIsTold(pair: Case) throws {
    let workdir = try compare(pair.then, pair.now)
    let changes = CSVText.rows(try workdir.read("Output/now/compared/then/machine/changes.csv"))
    let row = changes.first {
      $0["question"] == pair.figure.0 && $0["choice"] == pair.figure.1 && $0["units"] == "all"
    }
    #expect(["change", "status", "note"].map { row?[$0] ?? "?" } == pair.expected)
    // All three replied twice, whatever they are called.
    #expect(
      try workdir.read("Output/now/compared/then/summary.md").contains(
        "- 3 replied in both rounds\n"))
  }

  /// Small was below 20 and is below 50, so that b was large and is small.
  @Test func codesWithOtherLimitsAreNotComparedByName() throws {
    func round(below: Int) -> Collection {
      Collection(
        pipeline: "attributes:\n  - {name: size, codes: [{name: small, below: \(below)}, "
          + "{name: large, from: \(below)}]}\n",
        units: "code,size\na,10\nb,30\nc,60\n")
    }
    for (below, note) in [
      (50, "Note: the codes of 'size' have other limits now, so that no change is given by it.\n"),
      (20, ""),
    ] {
      let workdir = try compare(round(below: 20), round(below: below))
      let changes = CSVText.rows(try workdir.read("Output/now/compared/then/machine/changes.csv"))
      #expect(changes.contains { $0["attribute"] == "size" } == note.isEmpty)
      let summary = try workdir.read("Output/now/compared/then/summary.md")
      #expect(
        summary.contains("Note: ") == !note.isEmpty && (note.isEmpty || summary.contains(note)))
    }
  }

  /// The codes stay and are called otherwise: nobody can say of a small one that it is a large one now.
  @Test func codesWithOtherLabelsAreNotComparedByName() throws {
    func round(_ label: String) -> Collection {
      Collection(
        pipeline:
          "attributes:\n  - {name: size, codes: [{name: s, label: \(label)}, {name: t, label: Other}]}\n",
        units: "code,size\na,s\nb,s\nc,t\n")
    }
    for (label, isCompared) in [("Large", false), ("small", true)] {
      let workdir = try compare(round("Small"), round(label))
      let changes = CSVText.rows(try workdir.read("Output/now/compared/then/machine/changes.csv"))
      #expect(changes.contains { $0["attribute"] == "size" } == isCompared)
      #expect(
        try workdir.read("Output/now/compared/then/summary.md").contains(
          "Note: 'size' or its codes are called otherwise now, so that no change is given by it.\n")
          == !isCompared)
    }
  }

  /// Asked of each child then, and of the household now: with one type and no figure that means the same.
  @Test func aQuestionThatLeftARepeatWasMoved() throws {
    let survey = "type,name,label\nselect_one yn,law,Law?\n"
    let workdir = try compare(
      Collection(
        survey: "\(survey)begin_repeat,kids,Children\nselect_one yn,sick,Sick?\nend_repeat,,\n",
        kids: "p,sick\na,yes\n"),
      Collection(
        survey: "\(survey)select_one yn,sick,Sick?\n",
        replies: "who,law,sick\na,yes,no\nb,no,\nc,no,\n"))
    let row = CSVText.rows(
      try workdir.read("Output/now/compared/then/machine/questionnaire.csv")
    ).first { $0["to_question"] == "sick" && $0["to_choice"] == "" }
    #expect(row?["status"] == "moved")
    #expect(row?["note"]?.contains("only one round asks it of each instance of a repeat") == true)
    let changes = CSVText.rows(try workdir.read("Output/now/compared/then/machine/changes.csv"))
    #expect(changes.filter { $0["question"] == "sick" }.map { $0["change"] } == [""])
  }

  /// Beside an anonymous source the respondents of another one have names all the same.
  @Test func anonymousRespondentsAreMatchedWithNobody() throws {
    let source = "  - {file: x.csv, unit: record, received: {date: 2004-05-01}}\n"
    let round = Collection(further: (source, "x.csv", "law\nyes\nno\n"))
    let workdir = try compare(round, round)
    let summary = try workdir.read("Output/now/compared/then/summary.md")
    #expect(summary.contains("- 3 replied in both rounds\n"))
    #expect(summary.contains("- 0 only in then\n- 0 only in now\n"))
    #expect(summary.contains("- 2 anonymous in then, who cannot be matched\n"))
    let moved = try workdir.read("Output/now/compared/then/machine/movers.csv")
    #expect(!moved.contains("x.csv"))
  }

  /// a has two children, of 6 and 8 years, and later of 9 and 11: 14 and 20 together.
  @Test func answersOfInstancesAreTogether() throws {
    func round(_ ages: String) -> Collection {
      Collection(
        survey: "type,name,label\nselect_one yn,law,Law?\nbegin_repeat,kids,Children\n"
          + "integer,age,Age\nend_repeat,,\n",
        kids: "p,age\n\(ages)")
    }
    let workdir = try compare(round("a,6\na,8\n"), round("a,9\na,11\n"))
    let changes = CSVText.rows(try workdir.read("Output/now/compared/then/machine/changes.csv"))
    let row = changes.first { $0["question"] == "age" && $0["units"] == "all" }
    #expect(
      ["from_value", "to_value", "note"].map { row?[$0] ?? "?" }
        == ["14", "20", "the number of a unit is the sum over its 'Children'"])
    #expect(
      try workdir.read("Output/now/compared/then/summary.md").contains(
        "### Age (all “Children” of a unit together)\n\n- 14 → 20: 1\n"))
  }
}
