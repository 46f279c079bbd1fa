import Basics
import Databases
import Definition
import Questionnaire

/// The questionnaire: `questions` and `choices`.
struct FormTables {
  private let definition: CollectionDefinition

  init(_ definition: CollectionDefinition) { self.definition = definition }

  private static let questions = DatabaseTable(
    name: "questions", meaning: "The questions of the form, in its order",
    columns: [
      .init("number", "Where it stands in the form, from 1", type: "INTEGER"),
      .init("question", "Its name"), .init("label", "How it is worded"),
      .init(
        "type",
        "select_one, select_multiple, rank, integer, decimal, date or text; within a repeat that of all "
          + "instances of a submission together"),
      .init("repeat", "The repeat that it is asked in; empty where each submission is asked it"),
      .init(
        "column_name", "Its column in tables of answers; empty for texts, which stand in texts"),
    ], primaryKey: ["number"], indexes: [["question"]])

  private static let choices = DatabaseTable(
    name: "choices", meaning: "The choices of closed questions, in their order",
    columns: [
      .init("question", "The question"), .init("code", "The name of the choice"),
      .init("number", "Where it stands among those of the question, from 1", type: "INTEGER"),
      .init("label", "How it is worded"),
    ], primaryKey: ["question", "code"])

  func write(to file: DatabaseFile) throws(RunError) -> [DatabaseTable] {
    let pipeline = definition.pipeline
    for table in [Self.questions, Self.choices] { try file.run(table.statement) }
    let questions = try file.rows(
      of: Self.questions.name, columns: Self.questions.columns.count)
    let choices = try file.rows(of: Self.choices.name, columns: Self.choices.columns.count)
    let columns = ([pipeline.form] + definition.instances.map(\.pipeline.form))
      .map { AnswerColumns($0).names }
    for question in pipeline.form.questions {
      questions.bind(question.index + 1, at: 0)
      questions.bind(question.name, at: 1)
      questions.bind(pipeline.label(of: question), at: 2)
      questions.bind(question.type.word, at: 3)
      if let name = question.repeatName { questions.bind(name, at: 4) }
      if let name = columns.compactMap({ $0[question.index] }).first { questions.bind(name, at: 5) }
      try questions.insert()
      for (number, choice) in (question.type.choices ?? []).enumerated() {
        choices.bind(question.name, at: 0)
        choices.bind(choice.name, at: 1)
        choices.bind(number + 1, at: 2)
        choices.bind(pipeline.label(of: choice), at: 3)
        try choices.insert()
      }
    }
    return [Self.questions, Self.choices]
  }
}
