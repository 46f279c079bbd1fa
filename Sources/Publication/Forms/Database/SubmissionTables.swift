import Basics
import Databases
import Definition
import DisclosureControl
import Interchange
import Questionnaire
import Tabular

/// What the units answered: `submissions` by codes, the view `submissions_labels` by the words of the form,
/// the view `submissions_states` with the answer state of each question, and a view of ticks for each question
/// of several choices. Of each repeat whose instances are counted there are the same, such as
/// `instances_people`.
struct SubmissionTables {
  private let submissions: ReleasedSubmissions
  /// The collection, or for instances what it is to each of them.
  private let pipeline: PipelineDefinition
  private let repeatName: String?
  private let columns: AnswerColumns

  /// - Parameter instances: The repeat whose instances are meant; nil for the submissions.
  private init(
    _ pipeline: PipelineDefinition, _ submissions: ReleasedSubmissions,
    instances: InstanceView? = nil
  ) {
    self.submissions = submissions
    self.pipeline = instances?.pipeline ?? pipeline
    repeatName = instances?.unit.name
    columns = AnswerColumns(self.pipeline.form)
  }

  static func write(
    _ definition: CollectionDefinition, _ submissions: ReleasedSubmissions,
    names: inout DistinctNames, to file: DatabaseFile
  ) throws(RunError) -> [DatabaseTable] {
    let pipeline = definition.pipeline
    var tables = try SubmissionTables(pipeline, submissions)
      .write("submissions", &names, to: file)
    for instances in definition.instances {
      tables += try SubmissionTables(pipeline, submissions, instances: instances)
        .write("instances_\(instances.unit.name)", &names, to: file)
    }
    return tables
  }

  private func requireRoom() throws(RunError) {
    let room = DatabaseFile.mostColumns - AnswerColumns.fixed(isOfInstances: true).count
    guard columns.asked.count > room else { return }
    throw RunError(
      path: pipeline.form.path, id: .pipeline(.databaseColumns),
      "the form has \(columns.asked.count) questions that are no texts, and a table of a database has room for "
        + "\(room); expected no more. Take 'sqlite' out of the forms")
  }

  private func write(
    _ wanted: String, _ names: inout DistinctNames, to file: DatabaseFile
  ) throws(RunError) -> [DatabaseTable] {
    try requireRoom()
    let table = table(names.name(for: wanted))
    try file.run(table.statement)
    var writer = AnswerRows(
      try file.rows(of: table.name, columns: table.columns.count), columns,
      sources: try submissions.sources(), isOfInstances: repeatName != nil)
    try submissions.forEachRow(ofInstances: repeatName) { reader throws(RunError) in
      try writer.write(reader)
    }
    let views = ([labels(of: table), states(of: table)] + ticks(of: table)).map { view in
      var view = view
      view.name = names.name(for: view.name)
      return view
    }
    for view in views { try file.run(view.statement) }
    return [table] + views
  }

  private func table(_ name: String) -> DatabaseTable {
    let isOfInstances = repeatName != nil
    let answers = columns.asked.map { question, column in
      DatabaseTable.Column(
        column, pipeline.label(of: question), type: AnswerColumns.type(of: question.type))
    }
    return DatabaseTable(
      name: name,
      meaning: isOfInstances
        ? "The instances of a repeat in the submissions that count"
        : "The submissions that count, as they count: corrected, and merged where the pipeline says so",
      columns: AnswerColumns.fixed(isOfInstances: isOfInstances) + answers,
      primaryKey: isOfInstances ? ["submission", "instance"] : ["submission"],
      references: [("unit_number", "units", "number")], indexes: [["unit_number"]])
  }

  // MARK: - Views

  /// What views begin with: which row it is, and whose, by the code of its unit.
  private func beginning(of table: DatabaseTable) -> [DatabaseTable.Column] {
    table.columns.prefix { $0.name != "unit_number" }
      + [.init("unit", "The code of a State or listed unit, or what the respondent is known by")]
  }

  private func view(
    _ name: String, of table: DatabaseTable, meaning: String,
    columns: [(column: DatabaseTable.Column, value: String)], joined: String = ""
  ) -> DatabaseTable {
    let values =
      beginning(of: table).map {
        $0.name == "unit" ? "u.unit" : "s.\(DatabaseFile.quoted($0.name))"
      }
      + columns.map { "\($0.value) AS \(DatabaseFile.quoted($0.column.name))" }
    return DatabaseTable(
      name: "\(table.name)_\(name)", meaning: meaning,
      columns: beginning(of: table) + columns.map(\.column),
      view: "SELECT \(values.joined(separator: ", ")) FROM \(DatabaseFile.quoted(table.name)) s "
        + "JOIN units u ON u.number = s.unit_number" + joined)
  }

  private func labels(of table: DatabaseTable) -> DatabaseTable {
    let questions = Dictionary(
      columns.asked.map { ($0.column, $0.question) }, uniquingKeysWith: { first, _ in first })
    let others = table.columns.drop { $0.name != "unit_number" }.dropFirst()
      .filter { $0.name != "states" }
    return view(
      "labels", of: table,
      meaning: "The same with the words of single choices in place of codes",
      columns: others.map { column in
        let quoted = DatabaseFile.quoted(column.name)
        guard let question = questions[column.name], case .selectOne = question.type else {
          return (column, "s.\(quoted)")
        }
        return (
          column,
          "(SELECT c.label FROM choices c WHERE c.question = \(Self.text(question.name)) "
            + "AND c.code = s.\(quoted))"
        )
      })
  }

  private func states(of table: DatabaseTable) -> DatabaseTable {
    let cases = AnswerState.allCases.compactMap { state -> String? in
      AnswerRows.mark(of: state).map { "WHEN \(Self.text($0)) THEN \(Self.text(state.rawValue))" }
    }.joined(separator: " ")
    return view(
      "states", of: table, meaning: "The answer state of each question in each row",
      columns: [
        (.init("question", "The question"), "q.question"),
        (
          .init("state", "answered, no_answer, not_applicable, not_asked or unclear"),
          "CASE substr(s.states, q.number, 1) \(cases) END"
        ),
      ], joined: " CROSS JOIN questions q")
  }

  private func ticks(of table: DatabaseTable) -> [DatabaseTable] {
    columns.asked.compactMap { question, column in
      guard case .selectMultiple = question.type else { return nil }
      return view(
        "ticks_\(column)", of: table,
        meaning:
          "A row for each choice that was ticked: \(pipeline.label(of: question))",
        columns: [
          (.init("code", "The name of the choice"), "c.code"),
          (.init("label", "How it is worded"), "c.label"),
        ],
        joined: " JOIN choices c ON c.question = \(Self.text(question.name)) AND "
          + "instr(' ' || s.\(DatabaseFile.quoted(column)) || ' ', ' ' || c.code || ' ') > 0")
    }
  }

  private static func text(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
