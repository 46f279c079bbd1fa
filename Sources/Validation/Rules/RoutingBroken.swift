import Findings
import Questionnaire

/// A question was answered to which the routing does not lead.
///
/// Reports: an answer where `relevant` does not hold. The answer stays and counts as answered:
/// only a correction changes an answer.
/// Leaves alone: unclear answers, which normalization has reported.
struct RoutingBroken: Edit {
  static let rule = Rule.routingBroken

  func concerns(_ question: Question) -> Bool {
    question.relevant != nil
  }

  func objection(to answer: JudgedAnswer) -> Objection? {
    guard !answer.isApplicable, answer.state == .answered else { return nil }
    return Objection(
      message: "question '\(answer.question.name)' is answered"
        + (answer.value.isEmpty ? "" : " '\(answer.value)'")
        + ", but the answers before it say that it does not apply",
      suggestion: "ask the respondent; correct one of the answers in corrections.csv")
  }
}
