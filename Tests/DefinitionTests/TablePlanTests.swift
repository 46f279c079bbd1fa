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

  /// Which answer it is has nothing to do with its number, and where the form leads to is not ours to ask.
  @Test(arguments: [
    ("${rating} != '9'", ",", ""), ("${rating} = ${last}", ",", ""), ("${rating} > 1", "yes,", ""),
    ("${rating} > 1", "no,", ""), ("${last} != ''", ",", "${rating} > 1"),
  ])
  func conditionsThatNeedNoOpinion(_ filter: String, _ isOne: String, _ relevant: String) throws {
    let collection = try SmallCollection()
    let columns = "list_name,name,label,substantive\n"
    try collection.workdir.write(
      columns + "rating,1,Bad,\nrating,2,Good,\nrating,9,Don’t know,\(isOne.dropLast())\n",
      to: "Pipelines/small/choices.csv")
    try collection.workdir.write(
      "type,name,label,relevant\nselect_one rating,rating,How?,\n"
        + "select_one rating,last,How was it last?,\(relevant)\n",
      to: "Pipelines/small/survey.csv")
    try collection.workdir.write(
      "tables:\n  - rows: last\n    where: \(filter)\n", to: "Pipelines/small/tables.yaml")
    try collection.workdir.write("rules: []\n", to: "Pipelines/small/rules.yaml")
    #expect(try plan(collection).tables.first?.filter != nil)
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

  /// A condition that asks for an answer holds for nobody who sent none.
  @Test(arguments: [
    "respondents", "answered", "\"${attended} = 'yes'\"",
    "\"${response} = 'replied' and ${attended} != 'yes'\"",
  ])
  func baseOfUnitsThatReplied(base: String) throws {
    let collection = try SmallCollection()
    try collection.workdir.write(
      "weights: {question: sessions}\ntables:\n- rows: attended\n  base: \(base)\n",
      to: "Pipelines/small/tables.yaml")
    #expect(try plan(collection).tables.map(\.isWeighted) == [true])
  }
}
