/// The definition of a small invented collection in a work folder, of which a test replaces some.
package struct SmallCollection: Sendable {
  package let workdir: Workdir

  package init() throws {
    workdir = try Workdir()
    for (name, text) in Self.files { try workdir.write(text, to: "Pipelines/small/\(name)") }
  }

  package var pipeline: String { "\(workdir.path)/Pipelines/small" }
  package var input: String { "\(workdir.path)/Input/small" }
  package var output: String { "\(workdir.path)/Output/small" }

  /// The path of one file of the definition.
  package func path(_ name: String) -> String {
    "\(pipeline)/\(name)"
  }

  package func replace(_ old: String, with new: String, in name: String) throws {
    try workdir.replace(old, with: new, in: "Pipelines/small/\(name)")
  }

  private static let files = [
    "pipeline.yaml": """
    title: A small survey
    cut-off: 2024-06-30
    unit: respondent
    sources:
      - file: replies-*.csv
        unit: {column: Who}
        received: {column: Received}
    rounding:
      percent: 0
    quantifiers:
      - {word: all, exactly: 100}
      - {word: most, at-least: 50}
      - {word: few, at-least: 0.01}
      - {word: none, exactly: 0}

    """,
    "survey.csv": """
    type,name,label::English (en),label::Français (fr),relevant,since
    select_one yes_no,attended,Did you attend?,Avez-vous participé ?,,
    select_one rating,rating,How was it?,C’était comment ?,${attended} = 'yes',
    select_multiple channel,channels,How did you hear of it?,Comment l’avez-vous appris ?,,
    integer,sessions,How many sessions?,Combien de séances ?,,
    date,day,On which day?,Quel jour ?,,
    text,remarks,Remarks,Remarques,,2024-01-01

    """,
    "choices.csv": """
    list_name,name,label::English (en),label::Français (fr),synonyms
    yes_no,yes,Yes,Oui,Y|Yeah
    yes_no,no,No,Non,
    rating,1,Bad,Mauvais,
    rating,2,Fair,Passable,
    rating,3,Good,Bon,
    channel,mail,Mail,Courriel,
    channel,friend,"Friend, colleague",Ami ou collègue,
    channel,web,Web,Web,

    """,
    "tables.yaml": """
    tables:
      - id: attendance
        title: Attendance
        rows: attended
        columns: [rating]
        lists: [yes]
      - id: sessions
        rows: sessions
        base-label: those who said how many

    """,
  ]
}
