import Findings
import Questionnaire

/// A check of one answer that follows from the questionnaire.
protocol Edit: Sendable {
  /// Whether the edit has anything to say about the answers to a question.
  func concerns(_ question: Question) -> Bool

  /// Whether it may have something to say about an answer in a state: asked before the answer is
  /// looked at, since most answers are in order.
  func mayObject(to state: AnswerState, _ applicability: Applicability) -> Bool

  /// What is wrong with such an answer, or nil.
  func objection(to answer: JudgedAnswer) -> Objection?
}

/// An answer with what the form says of it.
struct JudgedAnswer {
  let rules: QuestionRules
  let submission: Submission
  /// The same with what routing made of the questions before.
  let routed: Submission
  let applicability: Applicability
  /// Whether the pipeline leaves it out, since the routing does not lead to it.
  var isLeftOut = false

  var question: Question { rules.question }
  /// The constraint of the question, resolved.
  var constraint: Condition? { rules.constraint }
  var state: AnswerState { submission.state(rules.index) }

  /// Whether a choice is the answer, or one of several.
  func hasChosen(_ code: Int) -> Bool {
    switch question.type {
    case .selectOne: submission.code(of: rules.index) == code
    case .selectMultiple, .rank: submission.isSelected(code, of: rules.index)
    case .integer, .decimal, .date, .text: false
    }
  }

  /// The answer as data staff write it.
  var value: String { submission.value(of: question) }
}
