import Findings
import Questionnaire

/// Looks for an answer to each question that the form requires and that the routing leads to.
struct RequiredAnswer: Edit {
  func concerns(_ question: Question) -> Bool {
    question.isRequired
  }

  func objection(to answer: JudgedAnswer) -> Objection? {
    guard answer.question.isRequired, answer.applicability == .applicable,
      answer.state == .noAnswer
    else { return nil }
    return Objection(
      .requiredAnswer, "question '\(answer.question.name)' is required and has no answer")
  }
}
