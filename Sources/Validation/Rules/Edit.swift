import Interchange
import Questionnaire

/// A check of one answer that follows from the questionnaire.
protocol Edit: Sendable {
  static var rule: String { get }
  static var severity: Finding.Severity { get }

  /// What is wrong with the answer, or nil.
  func objection(to answer: JudgedAnswer) -> Objection?
}

/// An answer with what the form says of it.
struct JudgedAnswer {
  let question: Question
  let submission: Submission
  /// Whether the routing leads to the question.
  let isApplicable: Bool
  /// The constraint of the question, resolved.
  let constraint: Condition?

  var state: AnswerState { submission.state(question.index) }

  /// The answer as data staff write it.
  var value: String {
    AnswerValue(cell: submission.cells[question.index][...], of: question.type)
      .names(of: question.type)
  }
}

/// What an edit has to say.
struct Objection {
  let message: String
  let suggestion: String
}
