import Basics
import Definition
import Questionnaire
import Testing
import _TestSupport

private func definition(_ collection: SmallCollection) throws -> PipelineDefinition {
  try PipelineDefinition(folders(collection))
}

struct PipelineDefinitionTests {
  @Test func definitionWithItsDefaults() throws {
    let pipeline = try definition(SmallCollection())
    #expect(pipeline.title == "A small survey")
    #expect(pipeline.cutOff.description == "2024-06-30")
    #expect(pipeline.unit == .respondent)
    #expect(pipeline.language == "en")
    #expect(pipeline.failOn == .fatal)
    #expect(pipeline.percentDecimals == 0)
    #expect(pipeline.register == nil)
    #expect(pipeline.treaty == nil)
    #expect(pipeline.sources.map(\.pattern) == ["replies-*.csv"])
    let question = pipeline.form.questions[0]
    #expect(pipeline.label(of: question) == "Did you attend?")
  }

  @Test(arguments: [
    (
      "cut-off: 2024-06-30", "cut-off: 30/06/2024", 2,
      "[not-a-date] at 'cut-off': '30/06/2024' stands here; expected a date such as 2005-07-29"
    ),
    (
      "unit: respondent", "unit: respondents", 3,
      "[unknown-word] at 'unit': 'respondents' stands here; expected 'state', 'respondent'. "
        + "Did you mean 'respondent'?"
    ),
    (
      "title: A small survey", "titel: A small survey", 1,
      "[unknown-key] at 'titel': key 'titel' is not known here; expected cut-off, disclosure, fail-on, "
        + "language, quantifiers, register, resubmissions, rounding, sources, title, unit. Did you mean 'title'?"
    ),
    ("title: A small survey\n", "", 1, "[missing-key] there is no key 'title'; it must be given"),
    (
      "percent: 0", "percent: 7", 9,
      "[not-a-number] at 'rounding.percent': '7' stands here; "
        + "expected a whole number from 0 to 6"
    ),
    (
      "unit: respondent", "unit: respondent\nregister: {treaty: x}", 4,
      "[no-register] at 'register': the unit is the respondent, who stands in no register; "
        + "delete it"
    ),
    (
      "rounding:\n", "fail-on: error\nrounding:\n", 8,
      "[unknown-word] at 'fail-on': 'error' stands here; expected 'fatal', 'query', 'never'."
    ),
    (
      "column: Received", "colum: Received", 7,
      "[unknown-key] at 'sources[1].received.colum': key 'colum' is not known here; "
        + "expected column, date. Did you mean 'column'?"
    ),
    (
      "column: Who", "column: Who, by: iso4", 6,
      "[unknown-word] at 'sources[1].unit.by': 'iso4' stands here; "
        + "expected 'name', 'iso3', 'iso2', 'm49'. Did you mean 'iso2'?"
    ),
    (
      "    received: {column: Received}\n", "", 5,
      "[missing-key] at 'sources[1]': there is no key 'received'; it must be given"
    ),
    (
      "column: Received}", "column: Received}\n    columns: {\"Came?\": atended}", 8,
      "[unknown-question] at 'sources[1].columns.Came?': there is no question 'atended' in "
        + "FOLDER/survey.csv. Did you mean 'attended'?"
    ),
    (
      "column: Received}", "column: Received}\n    delimiter: \"||\"", 8,
      "[delimiter] at 'sources[1].delimiter': '||' stands here; "
        + "expected one character such as ',' or ';', or tab; no quote and no line end"
    ),
    (
      "unit: respondent", "unit: respondent\nlanguage: es", 4,
      "[unknown-language] at 'language': 'es' stands here; the labels of FOLDER/survey.csv are in "
        + "'en', 'fr'; expected one of these. The code stands in the heading, "
        + "as in 'label::English (en)'. Did you mean 'en'?"
    ),
    (
      "column: Who", "column: Who, by: iso2", 6,
      "[no-register] at 'sources[1].unit.by': 'by: iso2' says how States are named, but the unit "
        + "is the respondent; expected the column alone. Delete it"
    ),
  ])
  func errors(old: String, new: String, line: Int, message: String) throws {
    let collection = try SmallCollection()
    try collection.replace(old, with: new, in: "pipeline.yaml")
    let error = #expect(throws: RunError.self) { _ = try definition(collection) }
    #expect(error?.kind == .badDefinition)
    let expected = message.split(separator: "FOLDER").joined(separator: collection.pipeline)
    #expect(error?.description == "\(collection.path("pipeline.yaml")):\(line): error: \(expected)")
  }

  @Test func collectionThatIsNotThere() throws {
    let collection = try SmallCollection()
    let path = "\(collection.workdir.path)/Pipelines/smal"
    let error = #expect(throws: RunError.self) {
      _ = try PipelineDefinition(CollectionFolders(pipeline: path, input: "i", output: "o"))
    }
    #expect(
      error?.description
        == "\(path): error: [no-collection] there is no such folder; "
        + "expected the definition of a collection. Did you mean 'small'?")
  }

  @Test func treatyThatTheRegisterDoesNotHave() throws {
    let collection = try SmallCollection()
    try collection.workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    try collection.replace(
      "unit: respondent", with: "unit: state\nregister:\n  treaty: migrant-protocol",
      in: "pipeline.yaml")
    let error = #expect(throws: RunError.self) { _ = try definition(collection) }
    #expect(
      error?.description
        == "\(collection.path("pipeline.yaml")):5: error: [unknown-treaty] at 'register.treaty': "
        + "treaty-actions.csv has no treaty 'migrant-protocol'; expected 'firearms-protocol', "
        + "'migrants-protocol', 'trafficking-protocol', 'untoc'. Did you mean 'migrants-protocol'?")
  }
}
