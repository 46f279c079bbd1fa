import Findings
import Interchange
import Questionnaire

/// Looks for choices that are not offered with the other answers, or were not in this version of the
/// form. They stay and count.
struct NotOffered: Edit {
  func concerns(_ question: Question) -> Bool {
    question.offers != nil
  }

  func mayObject(to state: AnswerState, _ applicability: Applicability) -> Bool {
    switch applicability {
    case .applicable, .undecided: state == .answered
    case .notApplicable: false
    }
  }

  func objection(to answer: JudgedAnswer) -> Objection? {
    let choices = answer.question.type.choices ?? []
    let names = answer.rules.offers.enumerated().filter { code, condition in
      guard let condition, answer.hasChosen(code) else { return false }
      return condition.truth(for: answer.routed) == false
    }.map { "'\(choices[$0.offset].name)'" }
    guard !names.isEmpty else { return nil }
    return Objection(
      .notOffered,
      "question '\(answer.question.name)' has \(names.joined(separator: ", ")), which is not offered with "
        + "these answers, by \(answer.question.offers?.reason ?? "")")
  }
}
