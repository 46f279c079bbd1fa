import Basics
import Findings
import Questionnaire

extension Objection {
  static func unclearAnswer(_ field: UnclearField, to question: Question) -> Objection {
    Objection(
      .unclearAnswer,
      field.doubt
        ?? "column '\(field.heading)' has '\(field.text)'; expected \(expected(question.asked))",
      suggestion: field.suggestion)
  }

  private static func expected(_ type: AnswerType) -> String {
    switch type {
    case .selectOne(let list): Suggestion.allowed(list.choices.map(\.name))
    case .selectMultiple(let list):
      "any of \(Suggestion.allowed(list.choices.map(\.name))), joined by the source's separator"
    case .rank(let list): "\(Suggestion.allowed(list.choices.map(\.name))) in order, each once"
    case .integer: "a whole number"
    case .decimal: "a number"
    case .date: "a date"
    case .text: "a text"
    }
  }
}
