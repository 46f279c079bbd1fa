import Findings
import Questionnaire

/// Looks for answers where `relevant` does not hold. They stay and count as answered: only a
/// correction changes an answer.
struct RoutingBroken: Edit {
  func concerns(_ question: Question) -> Bool {
    question.relevant != nil
  }

  func objection(to answer: JudgedAnswer) -> Objection? {
    guard answer.applicability == .notApplicable, answer.state == .answered else { return nil }
    return Objection(
      .routingBroken,
      "question '\(answer.question.name)' is answered"
        + (answer.value.isEmpty ? "" : " '\(answer.value)'")
        + ", but the answers before it say that it does not apply")
  }
}
