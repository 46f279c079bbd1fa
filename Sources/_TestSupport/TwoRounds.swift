/// Two rounds of one invented questionnaire for States, which differ in every way that two rounds
/// can: `survey-2005` and `survey-2012`.
package struct TwoRounds: Sendable {
  package let workdir: Workdir
  package let from: String
  package let to: String

  /// Two collections that are there already.
  package init(_ workdir: Workdir, from: String, to: String) {
    self.workdir = workdir
    self.from = from
    self.to = to
  }

  package init() throws {
    self.init(try Workdir(), from: "survey-2005", to: "survey-2012")
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    for (name, day) in zip([from, to], ["2005-07-29", "2012-12-31"]) {
      let pipeline = Self.pipeline.replacing("DAY", with: day)
      try workdir.write(pipeline, to: "Pipelines/\(name)/pipeline.yaml")
      try workdir.write("tables: [{id: law, rows: q1}]\n", to: "Pipelines/\(name)/tables.yaml")
    }
    for (path, text) in Self.files { try workdir.write(text, to: path) }
  }

  /// Runs the stages before the export for both rounds.
  package func run() throws -> CommandRun {
    var last = try CommandRun("true", [], in: workdir.path)
    for name in [from, to] {
      for stage in StageRunner.stages.dropLast() where last.status == 0 {
        last = try StageRunner(workdir, collection: name).run(stage)
      }
    }
    return last
  }

  package func compare(_ arguments: [String] = []) throws -> CommandRun {
    try CommandRun.comparison(of: from, with: to, in: workdir, arguments)
  }

  package func compared(_ file: String) throws -> String {
    try workdir.read("Output/\(to)/compared/\(from)/\(file)")
  }

  private static let pipeline = """
    title: A survey of laws
    cut-off: DAY
    unit: state
    register: {treaty: untoc, incomplete: yes}
    sources:
      - file: replies.csv
        unit: {column: State, by: iso3}
        received: {date: DAY}
        separator: ";"
    quantifiers:
      - {word: all, exactly: 100}
      - {word: most, at-least: 50}
      - {word: few, at-least: 0.01}
      - {word: none, exactly: 0}

    """

  private static let files = [
    "Pipelines/survey-2005/survey.csv": """
    type,name,label,relevant
    select_one yes_no,q1,Do you have a law?,
    select_one level,q2,How strict is it?,${q1} = 'yes'
    select_multiple means,q3,Which means are used?,
    integer,q4,How many officers?,
    select_one yes_no,q5,Is there a plan?,
    select_one yes_no,q6,Are there courts?,
    text,q7,Remarks,
    select_one yes_no,q8,Was money spent?,

    """,
    "Pipelines/survey-2005/choices.csv": """
    list_name,name,label
    yes_no,yes,Yes
    yes_no,no,No
    level,1,Low
    level,2,Medium
    level,3,High
    means,radio,Radio
    means,press,Press
    means,post,Post

    """,
    "Input/survey-2005/replies.csv": """
    State,q1,q2,q3,q4,q5,q6,q7,q8
    FRA,Yes,Low,Radio;Press,10,Yes,Yes,Nothing,No
    DEU,Yes,High,Press,20,No,,,
    LBY,No,,,30,Yes,,,
    NAM,Yes,Medium,Post,,,No,,
    SCG,No,,Radio,5,Yes,,,

    """,
    "Pipelines/survey-2012/survey.csv": """
    type,name,label,relevant
    select_one law,q1,Do you have a law,
    select_one level,q2,How strict is it?,
    select_multiple means,q3,Which means are used?,
    integer,q4,How many officers?,
    select_one yes_no,plan,Is there a national plan?,
    select_one yes_no,q6,Is there a budget?,
    text,q7,Remarks,
    select_multiple yes_no,q8,Was money spent?,

    """,
    "Pipelines/survey-2012/choices.csv": """
    list_name,name,label
    yes_no,yes,Yes
    yes_no,no,No
    law,yes,Yes
    law,partly,Partly
    law,no,No
    level,1,Low
    level,2,Middling
    level,3,High
    means,press,Press
    means,radio,Radio
    means,web,Web

    """,
    "Pipelines/survey-2012/rounds.yaml": """
    survey-2005:
      questions:
        plan: q5
        q6: null
      same-wording: [q2/2]
      breaks:
        - {question: plan, note: plans of provinces too since 2010}

    """,
    "Input/survey-2012/replies.csv": """
    State,q1,q2,q3,q4,plan,q6,q7,q8
    FRA,Yes,Middling,Press;Web,15,Yes,Yes,,Yes
    DEU,Partly,High,Press,20,No,Yes,Something,
    LBY,Yes,Low,,30,,,,
    KEN,No,,Radio,7,No,,,
    MNE,Yes,High,Web,1,Yes,,,

    """,
  ]
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}

extension CommandRun {
  /// Compares two collections of a work folder whose stages have run.
  package static func comparison(
    of from: String, with to: String, in workdir: Workdir, _ arguments: [String] = []
  ) throws -> CommandRun {
    try CommandRun(
      "\(binaries)/rapporteur",
      [
        "compare", "--pipeline", "Pipelines/\(to)", "--output", "Output/\(to)",
        "--from-pipeline", "Pipelines/\(from)", "--from-output", "Output/\(from)",
      ] + arguments, in: workdir.path)
  }
}
