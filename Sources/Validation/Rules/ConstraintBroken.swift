import Findings
import Questionnaire

/// Judges an answer by the `constraint` of its question; blanks break none, as in XLSForm, and neither
/// does what an unclear answer leaves open.
struct ConstraintBroken: Edit {
  func concerns(_ question: Question) -> Bool {
    question.constraint != nil
  }

  func mayObject(to state: AnswerState, _ applicability: Applicability) -> Bool {
    state == .answered
  }

  func objection(to answer: JudgedAnswer) -> Objection? {
    guard let constraint = answer.constraint,
      constraint.truth(for: answer.routed) == false
    else { return nil }
    return Objection(
      .constraintBroken,
      "question '\(answer.question.name)' has '\(answer.value)', which breaks its constraint")
  }
}
