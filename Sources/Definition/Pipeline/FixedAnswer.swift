import Basics
import Questionnaire

/// An answer that all records of a source have: where a reply came from is a question like any other,
/// which no respondent is asked.
package struct FixedAnswer: Sendable {
  package enum Value: Sendable, Equatable {
    /// The choice, by its index.
    case choice(Int)
    /// The day on which a record was received.
    case received
  }

  /// The index of the question.
  package let question: Int
  package let value: Value

  private static let dayOfReceipt = "received"

  /// - Throws: `badDefinition` where a question does not exist or cannot have such an answer.
  static func all(_ node: DefinitionNode?, form: Questionnaire) throws(RunError) -> [FixedAnswer] {
    var answers: [FixedAnswer] = []
    for (name, node) in try node?.pairs() ?? [] {
      guard let question = form[name] else {
        throw node.error(
          id: .expression(.unknownQuestion),
          "there is no question '\(name)' in \(form.path)."
            + Suggestion.question(for: name, among: form.questions.map(\.name)))
      }
      answers.append(
        FixedAnswer(question: question.index, value: try value(of: question, node)))
    }
    return answers
  }

  private static func value(of question: Question, _ node: DefinitionNode) throws(RunError) -> Value
  {
    let text = try node.text()
    guard question.repeatName == nil else {
      throw node.error(
        id: .pipeline(.fixedAnswer),
        "'\(question.name)' stands in a repeat, whose instances come in a source of their own; expected a "
          + "question of the submission")
    }
    switch question.type {
    case .selectOne(let list):
      if let code = list.choices.firstIndex(where: { $0.name == text }) { return .choice(code) }
      let names = list.choices.map(\.name)
      throw node.error(
        id: .expression(.unknownChoice),
        "'\(text)' is no choice of '\(question.name)'; expected \(Suggestion.allowed(names))."
          + Suggestion.question(for: text, among: names))
    case .date where text == dayOfReceipt: return .received
    case .date, .selectMultiple, .rank, .integer, .decimal, .text:
      throw node.error(
        id: .pipeline(.fixedAnswer),
        "found '\(text)' for '\(question.name)'; expected a select_one with the name of a choice, or a "
          + "date with '\(dayOfReceipt)'")
    }
  }
}
