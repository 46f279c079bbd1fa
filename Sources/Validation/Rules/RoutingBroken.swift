import Findings
import Questionnaire

/// Looks for answers where `relevant` does not hold. They stay and count as answered, unless the
/// pipeline leaves them out.
struct RoutingBroken: Edit {
  static func isBroken(_ state: AnswerState, _ applicability: Applicability) -> Bool {
    applicability == .notApplicable && state == .answered
  }

  func concerns(_ question: Question) -> Bool {
    question.relevant != nil
  }

  func mayObject(to state: AnswerState, _ applicability: Applicability) -> Bool {
    Self.isBroken(state, applicability)
  }

  func objection(to answer: JudgedAnswer) -> Objection? {
    let message =
      "question '\(answer.question.name)' is answered"
      + (answer.value.isEmpty ? "" : " '\(answer.value)'")
      + ", but the answers before it say that it does not apply"
    return answer.isLeftOut
      ? Objection(.routingBroken, "\(message); it was left out", severity: .settled, suggestion: "")
      : Objection(.routingBroken, message)
  }
}
