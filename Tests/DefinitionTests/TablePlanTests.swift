import Basics
import Definition
import Statistics
import Testing
import _TestSupport

private func plan(_ collection: SmallCollection) throws -> TablePlan {
  let folders = folders(collection)
  return try TablePlan(folders, try PipelineDefinition(folders))
}

/// The plan of one table with the given keys.
private func table(_ keys: String) throws -> Table {
  let collection = try SmallCollection()
  try collection.workdir.write(
    "tables:\n  - \(keys.split(separator: "\n").joined(separator: "\n    "))\n",
    to: "Pipelines/small/tables.yaml")
  return try #require(try plan(collection).tables.first)
}

struct TablePlanTests {
  @Test func questionTableWithItsDefaults() throws {
    let table = try table("rows: attended")
    #expect(table.id == "attended")
    #expect(table.title == "Did you attend?")
    #expect(
      table.rows.map(\.id) == [
        "yes", "no", ".base", ".no_answer", ".not_applicable", ".not_asked", ".unclear",
        ".did_not_reply", ".population",
      ])
    #expect(table.rows.map(\.isListed) == Array(repeating: false, count: 9))
    #expect(table.columns.map(\.id) == [".total"])
    #expect(table.blocks[0].baseLabel == "units that answered this question")
    #expect(table.statistics == [.count, .percent])
    #expect(table.size == 9)
  }

  @Test func attributeTableWithItsDefaults() throws {
    let table = try table("rows: response")
    #expect(table.title == "Response")
    #expect(table.rows.map(\.id) == ["replied", "did_not_reply", ".base"])
    #expect(table.blocks[0].baseLabel == "all units")
  }

  @Test func bannerOfSeveralVariables() throws {
    let table = try table("rows: channels\ncolumns: [attended, response]")
    #expect(table.columns.map(\.id) == [".total", "yes", "no", "replied", "did_not_reply"])
    #expect(
      table.columns.map(\.label) == [
        "Total", "Did you attend?: Yes", "Did you attend?: No", "Response: Replied",
        "Response: Did not reply",
      ])
    #expect(table.cell(row: 2, column: 3) == 13)
  }

  @Test func listsOfAllRowsAreThoseOfAnswers() throws {
    #expect(try listedRows("rows: attended\nlists: all") == ["yes", "no"])
    #expect(
      try listedRows("rows: attended\nlists: [no, .no_answer]") == ["no", ".no_answer"])
  }

  private func listedRows(_ keys: String) throws -> [String] {
    try table(keys).rows.filter(\.isListed).map(\.id)
  }

  private static let statisticsCases: [(String, [Statistic])] = [
    ("rows: sessions", [.count, .mean, .minimum, .maximum]),
    ("rows: day", [.count, .minimum, .maximum]),
    ("rows: rating\nstatistics: [count, mean]", [.count, .mean]),
    ("rows: channels", [.count, .percent]),
  ]

  @Test(arguments: statisticsCases)
  func statistics(keys: String, expected: [Statistic]) throws {
    #expect(try table(keys).statistics == expected)
  }

  @Test func oneTableAClosedQuestion() throws {
    let collection = try SmallCollection()
    try collection.workdir.write(
      "tables:\n  - each: closed\n", to: "Pipelines/small/tables.yaml")
    #expect(try plan(collection).tables.map(\.id) == ["attended", "rating", "channels"])
  }

  @Test func stateTablesCoverEveryQuestionAndState() throws {
    let plan = try plan(SmallCollection())
    #expect(plan.stateTables.map(\.id) == plan.catalog.names.filter { $0 != "response" })
    for table in plan.stateTables {
      #expect(
        table.rows.map(\.id) == [
          "answered", "no_answer", "not_applicable", "not_asked", "unclear", "did_not_reply",
          "population",
        ])
    }
  }

  @Test(arguments: [
    (
      "columns: [rating]", "columns: [ratings]", 5,
      "[unknown-column] at 'tables[1].columns[1]': there is no question or attribute 'ratings'. "
        + "Did you mean 'rating'?"
    ),
    (
      "rows: attended", "rows: atended", 4,
      "[unknown-column] at 'tables[1].rows': there is no question or attribute 'atended'. "
        + "Did you mean 'attended'?"
    ),
    (
      "rows: attended", "rows: remarks", 2,
      "[text-table] at 'tables[1]': 'remarks' is a text question; "
        + "expected one with choices, a number or a date"
    ),
    (
      "columns: [rating]", "columns: [sessions]", 5,
      "[no-codes] at 'tables[1].columns[1]': 'sessions' has no choices; "
        + "expected a closed question or an attribute"
    ),
    (
      "columns: [rating]", "columns: [rating, rating]", 5,
      "[column-twice] at 'tables[1].columns[2]': 'rating' stands twice; "
        + "expected each variable once"
    ),
    (
      "lists: [yes]", "lists: [yess]", 2,
      "[unknown-row] at 'tables[1]': at 'lists': table 'attended' has no row 'yess'; "
        + "expected one of 9 names ('yes', 'no', '.base', '.no_answer', '.not_applicable', …). "
        + "Did you mean 'yes'?"
    ),
    (
      "id: sessions", "id: attendance", 7,
      "[table-twice] at 'tables[2]': there is a table 'attendance' already; expected each id once"
    ),
    (
      "rows: sessions", "rows: sessions\n    base: respondent", 9,
      "[unknown-base] at 'tables[2].base': 'respondent' is no base; "
        + "expected 'population', 'respondents', 'asked', 'answered' or a condition. "
        + "Did you mean 'respondents'?"
    ),
    (
      "rows: sessions", "rows: response\n    base: asked", 9,
      "[base] at 'tables[2].base': 'response' is no question, so nobody was asked it; "
        + "expected population, respondents or a condition"
    ),
    (
      "rows: sessions", "rows: sessions\n    statistics: [percent]", 9,
      "[statistic] at 'tables[2].statistics[1]': a number has no percentages; "
        + "expected mean, minimum…"
    ),
    (
      "rows: sessions", "rows: day\n    statistics: [mean]", 9,
      "[statistic] at 'tables[2].statistics[1]': a date has no mean; expected minimum, maximum"
    ),
    (
      "rows: sessions", "rows: channels\n    statistics: [count, mean]", 9,
      "[statistic] at 'tables[2].statistics[2]': the choices of 'channels' are no numbers; "
        + "expected count, percent"
    ),
    (
      "rows: sessions", "rows: sessions\n    where: ${attended} = 'si'", 9,
      "[unknown-choice] at 'tables[2].where': 'si' is not one of its choices; "
        + "expected 'yes', 'no'. Did you mean 'no'?"
    ),
    (
      "rows: sessions", "rows: sessions\n    where: ${attended} = yes", 9,
      "[expression] at 'tables[2].where': 'yes' is not known; expected a text in quotes, "
        + "${question} or one of the functions abs(), coalesce(), contains(), count(), "
        + "count-non-empty(), count-selected(), date(), ends-with(), false(), if(), int(), max(), "
        + "min(), not(), number(), regex(), round(), selected(), selected-at(), starts-with(), "
        + "string-length(), sum(), true()., at character 15 of '${attended} = yes'"
    ),
    (
      "rows: sessions", "rows: sessions\n    where: count(${attended} = 'yes') > 1", 9,
      "[no-set] at 'tables[2].where': count() is about all units; expected it in a rule of "
        + "rules.yaml that is over the collection"
    ),
    (
      "rows: sessions", "rows: sessions\n    where: string-length(${remarks}) > 1", 9,
      "[text-comparison] at 'tables[2].where': the words of text answers are not known here; "
        + "expected a comparison with ''"
    ),
    (
      "rows: sessions", "rows: sessions\n    population: participants", 7,
      "[participants] at 'tables[2]': organizations answer no questions; "
        + "expected an attribute as rows"
    ),
    (
      "id: sessions\n    rows: sessions", "id: x\n    each: closed", 7,
      "[each] at 'tables[2]': 'id' cannot stand beside 'each': every question gives its own"
    ),
    (
      "rows: sessions", "rows: sessions\n    states: maybe", 9,
      "[not-a-flag] at 'tables[2].states': 'maybe' stands here; expected yes or no"
    ),
    (
      "rows: sessions", "rows: sessions\n    columns: [status]", 9,
      "[unknown-column] at 'tables[2].columns[1]': there is no question or attribute 'status'."
    ),
  ])
  func errors(old: String, new: String, line: Int, message: String) throws {
    let collection = try SmallCollection()
    try collection.replace(old, with: new, in: "tables.yaml")
    let error = #expect(throws: RunError.self) { _ = try plan(collection) }
    #expect(error?.kind == .badDefinition)
    #expect(error?.description == "\(collection.path("tables.yaml")):\(line): error: \(message)")
  }

  /// The id becomes the name of a file below `tables/`.
  @Test(arguments: ["a/b", "../a", "..", ".a", "''"])
  func idThatIsNoFileName(id: String) throws {
    let error = #expect(throws: RunError.self) { _ = try table("id: \(id)\nrows: attended") }
    #expect(error?.kind == .badDefinition)
    #expect(error?.problems.map(\.rule) == ["table-id"])
  }

  @Test func questionWithTheNameOfAnAttribute() throws {
    let collection = try SmallCollection()
    try collection.replace("sessions,How many", with: "response,How many", in: "survey.csv")
    let error = #expect(throws: RunError.self) { _ = try plan(collection) }
    #expect(
      error?.description
        == "\(collection.path("survey.csv")):5: error: [reserved-name] question 'response' has the "
        + "name of an attribute of the units; rename the question")
  }
}
