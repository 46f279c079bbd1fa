import Basics
import Definition
import Foundation
import Questionnaire
import Testing
import _TestSupport

/// The examples of the reference page are read by the stages that they are for.
struct DefinitionExampleTests {
  /// - Parameter rows: Rows that end early have the other columns blank.
  private static func table<Column: DefinitionKey>(_ columns: Column.Type, _ rows: [String] = [])
    -> String
  {
    let header = columns.allCases.map(\.rawValue).joined(separator: ",")
    let whole = rows.map { row in
      let commas = columns.allCases.count - 1 - row.count { $0 == "," }
      // Commas stand within quotes where a row has more.
      return row + String(repeating: ",", count: row.contains("\"") ? 0 : commas)
    }
    return ([header] + whole).joined(separator: "\n") + "\n"
  }

  /// A row of the examples of all columns but some.
  private static func row<Column: DefinitionKey>(
    _ columns: Column.Type, except others: [Column: String] = [:]
  ) -> String where Column: Hashable {
    columns.allCases.map { "\"\(others[$0] ?? $0.entry.example)\"" }.joined(separator: ",")
  }

  private static let pipeline = """
    title: Laws
    cut-off: 2024-06-30
    unit: state
    register: {treaty: untoc, incomplete: yes}
    sources:
      - file: replies.csv
        unit: {column: State}
        received: {date: 2024-06-01}
        version: 2024-01-31
    fail-on: never
    """

  private func write(_ files: [String: String], of name: String, to workdir: Workdir) throws {
    for (file, text) in files { try workdir.write(text, to: "Pipelines/\(name)/\(file)") }
  }

  @Test func columns() throws {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    try write(
      [
        "pipeline.yaml": Self.pipeline, "tables.yaml": "tables: [{rows: law}]\n",
        "survey.csv": Self.table(
          SurveyColumn.self,
          [
            "select_one yes_no,party,Party?",
            Self.row(SurveyColumn.self, except: [.units: "", .choiceFilter: ""]),
            Self.row(
              SurveyColumn.self,
              except: [
                .type: "decimal", .name: "amount", .label: "Amount", .constraint: "",
                .choiceFilter: "",
              ]),
          ]),
        "choices.csv": Self.table(
          ChoiceColumn.self,
          [
            "yes_no,yes,Yes", "yes_no,no,No", "law,yes,Yes", "law,no,No",
            Self.row(ChoiceColumn.self),
          ]),
        "corrections.csv": Self.table(
          CorrectionColumn.self, [Self.row(CorrectionColumn.self)]),
        "crosswalk.csv": Self.table(CrosswalkColumn.self, [Self.row(CrosswalkColumn.self)]),
        "units.csv": Self.table(UnitColumn.self, [Self.row(UnitColumn.self)]),
      ], of: "laws", to: workdir)
    try workdir.write(
      "State,party,law,amount\nNambia,Yes,No,2 t\nFrance,Yes,Partially,30 kilograms\n",
      to: "Input/laws/replies.csv")
    let run = try StageRunner(workdir, collection: "laws").runAll()
    #expect(run.status == 0, "\(run.error)")
    // Namibia by the crosswalk, its answer by the correction, France's by the synonym.
    let cells = CSVText.rows(try workdir.read("Output/laws/published/machine/cells.csv"))
    let inPart = cells.first { $0["row"] == "in_part" && $0["statistic"] == "count" }
    #expect(inPart?["value"] == "2")
    let recodes = CSVText.rows(try workdir.read("Output/laws/normalized/recodes.csv"))
    #expect(
      recodes.filter { $0["question"] == "amount" }.compactMap { $0["code"] }.sorted()
        == ["2000", "30"])
  }

  /// Each placeholder gives what the page says that it gives.
  @Test func placeholders() throws {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    let entries = ReportKeyword.allCases.map(\.entry)
    try write(
      [
        "pipeline.yaml": Self.pipeline.replacing("Laws", with: "Implementation of the Convention")
          + "\nquantifiers: [{word: all, exactly: 100}, {word: half, exactly: 50}]\n",
        "tables.yaml": "tables: [{rows: law, lists: [no]}]\n",
        "survey.csv": "type,name,label\nselect_one law,law,Is there a law?\n",
        "choices.csv": "list_name,name,label\nlaw,yes,Yes\nlaw,no,No\n",
        "report.md": entries.map { "\($0.example)\n" }.joined(separator: "\n"),
      ], of: "laws", to: workdir)
    try workdir.write(
      "State,law\nNamibia,Yes\nKenya,No\nFrance,Yes\nRussian Federation,No\n",
      to: "Input/laws/replies.csv")
    let run = try StageRunner(workdir, collection: "laws").runAll()
    #expect(run.status == 0, "\(run.error)")
    let report = try workdir.read("Output/laws/published/report.md")
    let given = report.components(separatedBy: "\n\n").compactMap {
      $0.split(separator: "\n").first.map(String.init)
    }
    #expect(given == entries.map(\.gives))
  }

  @Test func rounds() throws {
    let workdir = try Workdir()
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    let survey = "type,name,label\n"
    let choices = "list_name,name,label\nlaw,yes,Yes\n"
    try write(
      [
        "pipeline.yaml": Self.pipeline, "tables.yaml": "tables: [{rows: legislation}]\n",
        "survey.csv": survey + "select_one law,legislation,Is there legislation?\n"
          + "integer,delegates,How many observers?\n",
        "choices.csv": choices + "law,partly,In part\n",
      ], of: "convention-2012", to: workdir)
    let examples = RoundKey.allCases.map { "  \($0.rawValue): \($0.entry.example)\n" }
    try write(
      [
        "pipeline.yaml": Self.pipeline, "tables.yaml": "tables: [{rows: law}]\n",
        "survey.csv": survey + "select_one law,law,Is there a law?\n"
          + "integer,delegates,How many delegates?\n",
        "choices.csv": choices + "law,in_part,In part\n",
        "rounds.yaml": "convention-2012:\n" + examples.joined(),
      ], of: "convention-2024", to: workdir)
    try workdir.write(
      "State,legislation\nNamibia,In part\n", to: "Input/convention-2012/replies.csv")
    try workdir.write("State,law\nNamibia,Yes\n", to: "Input/convention-2024/replies.csv")
    let rounds = TwoRounds(workdir, from: "convention-2012", to: "convention-2024")
    let before = try rounds.run()
    #expect(before.status == 0, "\(before.error)")
    let run = try rounds.compare()
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try rounds.compared("machine/questionnaire.csv").contains("asked of parties alone since 2012")
    )
  }
}
