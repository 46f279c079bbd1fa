import Findings
import Questionnaire

/// A question that must be answered was left blank.
///
/// Reports: no answer where the form says `required` and the routing leads to the question.
/// Leaves alone: questions that do not apply or were not asked.
struct RequiredAnswer: Edit {
  static let rule = Rule.requiredAnswer

  func concerns(_ question: Question) -> Bool {
    question.isRequired
  }

  func objection(to answer: JudgedAnswer) -> Objection? {
    guard answer.question.isRequired, answer.isApplicable, answer.state == .noAnswer else {
      return nil
    }
    return Objection(
      message: "question '\(answer.question.name)' is required and has no answer",
      suggestion: "ask the respondent")
  }
}
