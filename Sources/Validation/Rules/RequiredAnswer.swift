import Findings
import Questionnaire

/// Looks for an answer to each question that the form requires and that the routing leads to.
struct RequiredAnswer: Edit {
  func concerns(_ question: Question) -> Bool {
    question.isRequired
  }

  func mayObject(to state: AnswerState, _ applicability: Applicability) -> Bool {
    applicability == .applicable && state == .noAnswer
  }

  func objection(to answer: JudgedAnswer) -> Objection? {
    Objection(
      .requiredAnswer, "question '\(answer.question.name)' is required and has no answer")
  }
}
