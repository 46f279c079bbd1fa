import Findings
import Questionnaire

/// Looks for answers where `relevant` does not hold. They stay and count as answered: only a
/// correction changes an answer.
struct RoutingBroken: Edit {
  func concerns(_ question: Question) -> Bool {
    question.relevant != nil
  }

  func mayObject(to state: AnswerState, _ applicability: Applicability) -> Bool {
    applicability == .notApplicable && state == .answered
  }

  func objection(to answer: JudgedAnswer) -> Objection? {
    Objection(
      .routingBroken,
      "question '\(answer.question.name)' is answered"
        + (answer.value.isEmpty ? "" : " '\(answer.value)'")
        + ", but the answers before it say that it does not apply")
  }
}
