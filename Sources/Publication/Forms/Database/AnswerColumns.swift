import Basics
import Databases
import Questionnaire

/// The columns of tables of answers: what is told of each row, and one for each question that is no text.
struct AnswerColumns {
  static func fixed(isOfInstances: Bool) -> [DatabaseTable.Column] {
    let instance = DatabaseTable.Column(
      "instance", "Which instance of its submission it is, from 1", type: "INTEGER")
    return [
      .init("submission", "The number of the submission among all that were read", type: "INTEGER")
    ] + (isOfInstances ? [instance] : []) + [
      .init("unit_number", "The number of the unit that sent it, as in units", type: "INTEGER"),
      .init("received", "When it was received"),
      .init("source", "The file that its record came in"),
      .init("line", "Where its record stands in it", type: "INTEGER"),
      .init(
        "states",
        "A letter for each question in the order of the form: a answered, . no answer, / not applicable, "
          + "~ not asked, ? unclear"),
    ]
  }

  let form: Questionnaire
  /// The column of each question, by its index; nil for texts.
  let names: [String?]
  let asked: [(question: Question, column: String)]

  /// - Parameter form: Of instances, the form as each was asked it.
  init(_ form: Questionnaire) {
    self.form = form
    // Views have the code of the unit, too.
    var names = DistinctNames(taken: Self.fixed(isOfInstances: true).map(\.name) + ["unit"])
    self.names = form.questions.map { question in
      // A question has one name in all tables, though one of them may have no column for it.
      let name = names.name(for: question.name)
      if case .text = question.type { return nil }
      return name
    }
    asked = zip(form.questions, self.names).compactMap { question, name in
      name.map { (question, $0) }
    }
  }

  static func type(of type: AnswerType) -> String {
    switch type {
    case .integer, .decimal: ""
    case .selectOne, .selectMultiple, .rank, .date, .text: "TEXT"
    }
  }
}
