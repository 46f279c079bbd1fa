import Foundation
import Testing
import _TestSupport

/// A definition that is wrong stops the run with status 78, and the error names file, line and the
/// nearest right name.
struct BadDefinitionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String
    let old: String
    let new: String
    let error: [String]
    var testDescription: String { name }
  }

  private static let folder = "Pipelines/\(MigrantsProtocol.name)"

  static let cases = [
    Case(
      name: "unknown column in the table plan", file: "tables.yaml",
      old: "columns: [regional_group]\n    base: respondents",
      new: "columns: [regional_grop]\n    base: respondents",
      error: [
        "\(folder)/tables.yaml:49: error: [unknown-column]", "'regional_grop'",
        "Did you mean 'regional_group'?",
      ]),
    Case(
      name: "unknown rows in the table plan", file: "tables.yaml",
      old: "rows: document_offences", new: "rows: document_offence",
      error: ["\(folder)/tables.yaml:", "[unknown-column]", "Did you mean 'document_offences'?"]),
    Case(
      name: "unknown key in the table plan", file: "tables.yaml", old: "states: yes",
      new: "state: yes",
      error: ["\(folder)/tables.yaml:", "[unknown-key]", "Did you mean 'states'?"]),
    Case(
      name: "list of a row that is not there", file: "tables.yaml", old: "lists: [signed]",
      new: "lists: [sign]",
      error: ["\(folder)/tables.yaml:", "[unknown-row]", "Did you mean 'signed'?"]),
    Case(
      name: "routing to a question that does not exist", file: "survey.csv",
      old: "${distinct_from_trafficking} = 'no'", new: "${distinct_from_traffic} = 'no'",
      error: [
        "\(folder)/survey.csv:", "[unknown-question]",
        "there is no question 'distinct_from_traffic'",
      ]),
    Case(
      name: "routing on a choice that does not exist", file: "survey.csv",
      old: "${distinct_from_trafficking} = 'no'", new: "${distinct_from_trafficking} = 'non'",
      error: ["\(folder)/survey.csv:", "[unknown-choice]", "Did you mean 'no'?"]),
    Case(
      name: "an expression that is none", file: "survey.csv",
      old: "${distinct_from_trafficking} = 'no'", new: "${distinct_from_trafficking} = = 'no'",
      error: ["\(folder)/survey.csv:", "[expression]", "^"]),
    Case(
      name: "choice list missing", file: "survey.csv", old: "select_one distinction_reason",
      new: "select_one distinction_reasn",
      error: [
        "\(folder)/survey.csv:", "[missing-list]", "Did you mean 'distinction_reason'?",
      ]),
    Case(
      name: "a cycle in the routing", file: "survey.csv", old: "select_one yes_no,criminalized,",
      new: "begin_group,g,,,,${draft_law} = 'yes',,,,\nselect_one yes_no,criminalized,",
      error: [
        "\(folder)/survey.csv:", "[routing-cycle]", "criminalized → draft_law → criminalized",
      ]),
    Case(
      name: "unknown treaty", file: "pipeline.yaml", old: "treaty: migrants-protocol",
      new: "treaty: migrant-protocol",
      error: [
        "\(folder)/pipeline.yaml:5: ", "[unknown-treaty]", "Did you mean 'migrants-protocol'?",
      ]),
    Case(
      name: "a cut-off that is no day", file: "pipeline.yaml", old: "cut-off: 2005-07-29",
      new: "cut-off: 2005-02-29", error: ["\(folder)/pipeline.yaml:2: ", "[not-a-date]"]),
    Case(
      name: "a column that the source does not have", file: "pipeline.yaml",
      old: "{column: Received}", new: "{column: Recieved}",
      error: ["\(folder)/pipeline.yaml:", "[missing-column]", "Did you mean 'Received'?"]),
    Case(
      name: "an encoding that nobody knows", file: "pipeline.yaml", old: "Windows-1252",
      new: "Windows-12522", error: ["\(folder)/pipeline.yaml:", "[unknown-encoding]"]),
    Case(
      name: "a sentence bound to no cell", file: "report.md",
      old: "{{percent response/replied/party}}", new: "{{percent response/replied/partys}}",
      error: ["\(folder)/report.md:7: ", "[unknown-cell]", "Did you mean 'party'?"]),
    Case(
      name: "a list that is not planned", file: "report.md", old: "{{names preparatory_acts/no}}",
      new: "{{names preparatory_acts/.base}}",
      error: ["\(folder)/report.md:", "[not-listed]"]),
    Case(
      name: "a correction to an answer that is none", file: "corrections.csv",
      old: "unit,question,from,to,reason\n",
      new: "unit,question,from,to,reason\nNAM,accomplice,yes,maybe,typing error\n",
      error: ["\(folder)/corrections.csv:2: ", "[no-answer-to-it]"]),
    Case(
      name: "not YAML", file: "pipeline.yaml", old: "unit: state\n", new: "unit: [state\n",
      error: ["\(folder)/pipeline.yaml:", "[yaml]"]),
  ]

  static let nameCases = [
    Case(
      name: "a list longer than two letters can tell", file: "choices.csv",
      old: "yes_no,no,No,Non,No\n",
      new: "yes_no,no,No,Non,No\n"
        + (1...675).map { "yes_no,more_\($0),More,Plus,Más\n" }.joined(),
      error: [
        "\(folder)/choices.csv:2: error: [long-list] list 'yes_no' has 677 choices; expected at "
          + "most 676"
      ]),
    Case(
      name: "a comma in the name of a choice", file: "choices.csv", old: "yes_no,no,No",
      new: "yes_no,\"no,not\",No",
      error: ["\(folder)/choices.csv:3: error: [choice-name] 'no,not'", "Write 'no_not'"]),
    Case(
      name: "a choice that begins with a point", file: "choices.csv", old: "yes_no,no,No",
      new: "yes_no,.base,No",
      error: ["\(folder)/choices.csv:3: error: [choice-name] '.base'", "Write '_base'"]),
    Case(
      name: "a choice of no list", file: "choices.csv", old: "yes_no,no,No", new: ",no,No",
      error: ["\(folder)/choices.csv:3: error: [list-name] choice 'no' has ''"]),
    Case(
      name: "a slash in the name of a question", file: "survey.csv",
      old: "select_one yes_no,draft_law,", new: "select_one yes_no,draft/law,",
      error: ["\(folder)/survey.csv:5: error: [question-name] 'draft/law'", "Write 'draft_law'"]),
    Case(
      name: "a question without a type", file: "survey.csv",
      old: "select_one yes_no,draft_law,", new: ",draft_law,",
      error: ["\(folder)/survey.csv:5: error: [no-type] 'draft_law' has no type"]),
    Case(
      name: "begin alone", file: "survey.csv", old: "begin_group,difficulties",
      new: "begin,difficulties",
      error: ["\(folder)/survey.csv:32: error: [unknown-type]", "Did you mean 'begin_group'?"]),
    Case(
      name: "words after a choice list", file: "survey.csv",
      old: "select_one yes_no,draft_law,", new: "select_one yes_no or_othr,draft_law,",
      error: ["\(folder)/survey.csv:5: error: [extra-words] 'or_othr'", "'or_other'"]),
    Case(
      name: "a slip in a type with a long list", file: "survey.csv",
      old: "select_one distinction_reason,", new: "selectone distinction_reason,",
      error: ["\(folder)/survey.csv:", "[unknown-type]", "Did you mean 'select_one'?"]),
    Case(
      name: "a slip that would switch off the routing", file: "survey.csv", old: ",relevant,",
      new: ",relevent,",
      error: ["\(folder)/survey.csv:1: error: [heading]", "Did you mean 'relevant'?"]),
    Case(
      name: "a slip in a label column", file: "choices.csv", old: "label::Français (fr)",
      new: "lable::Français (fr)",
      error: [
        "\(folder)/choices.csv:1: error: [heading]", "Did you mean 'label::Français (fr)'?",
      ]),
  ]

  /// What stands in place of one condition of the form, and the rule that refuses it.
  static let conditionCases = [
    ("${criminalization_remark} > 'none'", "[text-comparison]"),
    ("${suggestions} = ${criminalized}", "[text-comparison]"),
    ("${document_law} = 'criminal_code'", "expected selected()"),
    ("${document_law} = ${assistance_needed}", "expected selected()"),
    ("${distinct_from_trafficking} = 1", "[unknown-choice]"),
    ("${distinct_from_trafficking} > 1", "[not-a-scale]"),
    ("${distinct_from_trafficking} = true()", "[kind]"),
    ("count-selected(${document_law}) > 'one'", "[number-comparison]"),
    (". = 'no'", "[no-current]"),
    ("${draft_law} = -", "the expression ends here"), ("${draft_law} - 1 > 0", "[not-a-number]"),
  ].map { condition, part in
    Case(
      name: "condition \(condition)", file: "survey.csv",
      old: "${distinct_from_trafficking} = 'no'",
      new: condition, error: ["\(folder)/survey.csv:11: error: [", "column 'relevant'", part])
  }

  static let pipelineCases = [
    Case(
      name: "a quantifier with both keys", file: "pipeline.yaml",
      old: "{word: all, exactly: 100}", new: "{word: all, exactly: 100, at-least: 99}",
      error: ["\(folder)/pipeline.yaml:29: error: [two-bounds]"]),
    Case(
      name: "quantifiers with equal bounds", file: "pipeline.yaml", old: "at-least: 72",
      new: "at-least: 76",
      error: ["\(folder)/pipeline.yaml:32: error: [quantifier-order]", "'about three quarters'"]),
    Case(
      name: "a quantifier that is never said", file: "pipeline.yaml",
      old: "  - {word: none, exactly: 0}", new: "  - {word: half, exactly: 50}",
      error: ["\(folder)/pipeline.yaml:41: error: [quantifier-order]", "'about half'"]),
    Case(
      name: "a quantifier without a word", file: "pipeline.yaml", old: "{word: none,",
      new: "{word: '',", error: ["\(folder)/pipeline.yaml:41: error: [no-word]"]),
    Case(
      name: "a bound of too many digits", file: "pipeline.yaml", old: "exactly: 100",
      new: "exactly: 9223372036854775807",
      error: ["\(folder)/pipeline.yaml:29: error: [not-a-share]"]),
    Case(
      name: "an empty title", file: "pipeline.yaml",
      old: "title: Implementation of the Protocol against the Smuggling of Migrants by Land, Sea "
        + "and Air", new: "title: ''", error: ["\(folder)/pipeline.yaml:1: error: [no-title]"]),
    Case(
      name: "a language that the form has not", file: "pipeline.yaml", old: "language: en",
      new: "language: em",
      error: ["\(folder)/pipeline.yaml:6: error: [unknown-language]", "Did you mean 'en'?"]),
    Case(
      name: "two sources of one file", file: "pipeline.yaml", old: "reponses-francais.csv",
      new: "replies-english.csv",
      error: ["\(folder)/pipeline.yaml:14: error: [source-twice]", "on line 9"]),
    Case(
      name: "two days of receipt", file: "pipeline.yaml", old: "{column: Received}",
      new: "{column: Received, date: 2005-07-01}",
      error: ["\(folder)/pipeline.yaml:11: error: [two-dates]"]),
    Case(
      name: "a line end between cells", file: "pipeline.yaml", old: "delimiter: \";\"",
      new: "delimiter: \"\\n\"", error: ["\(folder)/pipeline.yaml:16: error: [delimiter] "]),
    Case(
      name: "a quote for a comment", file: "pipeline.yaml", old: "delimiter: \";\"",
      new: "delimiter: \";\"\n    comment: '\"'",
      error: ["\(folder)/pipeline.yaml:17: error: [comment] "]),
    Case(
      name: "a key twice", file: "pipeline.yaml", old: "fail-on: query",
      new: "fail-on: query\nunit: state",
      error: ["\(folder)/pipeline.yaml:23: error: [yaml]", "'unit' stands on line 3 already"]),
  ]

  static let planCases = [
    Case(
      name: "no statistics", file: "tables.yaml", old: "lists: [signed]",
      new: "lists: [signed]\n    statistics: []",
      error: ["\(folder)/tables.yaml:9: error: [no-statistics]"]),
    Case(
      name: "a statistic twice", file: "tables.yaml", old: "lists: [signed]",
      new: "lists: [signed]\n    statistics: [count, count]",
      error: ["\(folder)/tables.yaml:9: error: [statistic-twice]"]),
    Case(
      name: "an id that is no file name", file: "tables.yaml", old: "id: signatures",
      new: "id: ../signatures", error: ["\(folder)/tables.yaml:3: error: [table-id]"]),
    Case(
      name: "a question twice", file: "tables.yaml", old: "each: closed",
      new: "each: [accomplice, organizing, accomplice]",
      error: ["\(folder)/tables.yaml:", "[table-twice]", "'accomplice'"]),
    Case(
      name: "a question that is called as an attribute is", file: "survey.csv",
      old: "text,suggestions,", new: "text,status,",
      error: ["\(folder)/survey.csv:37: error: [reserved-name]"]),
  ]

  static let registerCases = [
    Case(
      name: "a kind that is none", file: "../registers/states.csv", old: "AFG,AF,004,state",
      new: "AFG,AF,004,sate",
      error: ["states.csv:2: error: [unknown-word]", "Did you mean 'state'?"]),
    Case(
      name: "a code of two letters", file: "../registers/states.csv", old: "AFG,AF,004,state",
      new: "AF,AF,004,state", error: ["states.csv:2: error: [iso3]", "'AF'"]),
    Case(
      name: "a membership that ends before it begins", file: "../registers/states.csv",
      old: "AFG,AF,004,state,,,", new: "AFG,AF,004,state,2005-01-01,2004-01-01,",
      error: ["states.csv:2: error: [period]"]),
    Case(
      name: "a kind of name that is none", file: "../registers/state-names.csv",
      old: "République islamique d'Afghanistan,fr,AFG,formal",
      new: "République islamique d'Afghanistan,fr,AFG,official",
      error: ["state-names.csv:2: error: [unknown-word]", "expected 'formal', 'everyday'"]),
    Case(
      name: "two official names at a time", file: "../registers/former-names.csv",
      old: "Yougoslavie,fr,SCG,", new: "Federal Yugoslavia,en,SCG,",
      error: ["former-names.csv:3: error: [two-names]", "'Yugoslavia'", "line 2"]),
    Case(
      name: "two groups at a time", file: "../registers/regional-group-members.csv",
      old: "ALB,eastern_european,", new: "AFG,eastern_european,",
      error: [
        "regional-group-members.csv:3: error: [two-groups] AFG", "'asia_pacific'",
        "'eastern_european'",
      ]),
    Case(
      name: "a group that was not yet", file: "../registers/regional-groups.csv",
      old: "Grupo de los Estados de África,,", new: "Grupo de los Estados de África,1964-01-01,",
      error: ["regional-group-members.csv:4: error: [group-period] DZA", "at all times"]),
  ]

  /// A mistake in the table plan or a register stops the first stage.
  @Test(arguments: planCases + registerCases)
  func stopsTheFirstStage(bad: Case) throws {
    let workdir = try MigrantsProtocol.workdir()
    try workdir.replace(bad.old, with: bad.new, in: "\(Self.folder)/\(bad.file)")
    let run = try StageRunner(workdir, collection: MigrantsProtocol.name).run("ingest")
    #expect(run.status == 78)
    for part in bad.error { #expect(run.error.contains(part), "\(run.error)") }
  }

  @Test(arguments: [
    "\(folder)/survey.csv", "\(folder)/choices.csv", "\(folder)/pipeline.yaml",
    "\(folder)/tables.yaml", "Pipelines/registers/states.csv",
    "Pipelines/registers/former-names.csv", "Pipelines/registers/state-names.csv",
    "Pipelines/registers/regional-groups.csv",
    "Pipelines/registers/regional-group-members.csv", "Pipelines/registers/treaty-actions.csv",
  ])
  func missingFile(path: String) throws {
    let workdir = try MigrantsProtocol.workdir()
    let name = try #require(path.split(separator: "/").last)
    try FileManager.default.moveItem(
      atPath: "\(workdir.path)/\(path)", toPath: "\(workdir.path)/\(path)x")
    let run = try StageRunner(workdir, collection: MigrantsProtocol.name).run("ingest")
    #expect(run.status == 78)
    #expect(run.error.contains("\(path): error: [missing-file]"), "\(run.error)")
    #expect(run.error.contains("expected '\(name)' in this folder"), "\(run.error)")
    #expect(run.error.contains("Did you mean '\(name)x'?"), "\(run.error)")
  }

  @Test func semicolonsInADefinition() throws {
    let workdir = try MigrantsProtocol.workdir()
    let path = "Pipelines/registers/states.csv"
    let text = try workdir.read(path).replacingOccurrences(of: ",", with: ";")
    try workdir.write(text, to: path)
    let run = try StageRunner(workdir, collection: MigrantsProtocol.name).run("ingest")
    #expect(run.status == 78)
    #expect(run.error.contains("\(path):1: error: [separator]"), "\(run.error)")
    #expect(run.error.contains("semicolons"), "\(run.error)")
  }

  @Test(arguments: [
    ("pipeline.yaml", "sources:", "no-sources"), ("tables.yaml", "tables:", "no-tables"),
  ])
  func emptyList(file: String, key: String, rule: String) throws {
    let workdir = try MigrantsProtocol.workdir()
    let path = "\(Self.folder)/\(file)"
    let text = try workdir.read(path)
    let end = file == "tables.yaml" ? "" : "\nfail-on: never\n"
    let start = try #require(text.range(of: key))
    try workdir.write(text[..<start.lowerBound] + key + end, to: path)
    let run = try StageRunner(workdir, collection: MigrantsProtocol.name).run("ingest")
    #expect(run.status == 78)
    #expect(run.error.contains("\(path):"), "\(run.error)")
    #expect(run.error.contains("error: [\(rule)]"), "\(run.error)")
  }

  static let disclosureCases = [
    Case(
      name: "an interval narrower than the threshold", file: "pipeline.yaml",
      old: "fail-on: query\n", new: "fail-on: query\ndisclosure: {threshold: 5, interval: 4}\n",
      error: [
        "\(folder)/pipeline.yaml:23: error: [narrow-interval] at 'disclosure.interval'",
        "expected at least 5",
      ]),
    Case(
      name: "a misspelt key of disclosure", file: "pipeline.yaml",
      old: "fail-on: query\n", new: "fail-on: query\ndisclosure: {treshold: 3}\n",
      error: ["\(folder)/pipeline.yaml:23: error: [unknown-key]", "Did you mean 'threshold'?"]),
    Case(
      name: "a threshold that hides nothing", file: "pipeline.yaml",
      old: "fail-on: query\n", new: "fail-on: query\ndisclosure: {threshold: 1}\n",
      error: ["[not-a-number] at 'disclosure.threshold'", "from 2 to 1000"]),
  ]

  @Test(arguments: cases + nameCases + conditionCases + pipelineCases + disclosureCases)
  func stopsWithStatus78(bad: Case) throws {
    let workdir = try MigrantsProtocol.workdir()
    try workdir.replace(bad.old, with: bad.new, in: "\(Self.folder)/\(bad.file)")
    if bad.name.contains("cycle") {
      try workdir.replace(
        "select_one negative_reason,", with: "end_group,,,,,,,,,\nselect_one negative_reason,",
        in: "\(Self.folder)/survey.csv")
    }
    let run = try StageRunner(workdir, collection: MigrantsProtocol.name).runAll()
    #expect(run.status == 78)
    for part in bad.error {
      #expect(run.error.contains(part), "\(run.error)")
    }
    #expect(!workdir.exists("Output/\(MigrantsProtocol.name)/published"))
  }
}
