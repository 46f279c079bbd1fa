import Findings
import Questionnaire

/// An answer breaks the `constraint` of its question.
///
/// Reports: an answer for which the constraint does not hold.
/// Leaves alone: blanks, as XLSForm does.
struct ConstraintBroken: Edit {
  static let rule = Rule.constraintBroken

  func concerns(_ question: Question) -> Bool {
    question.constraint != nil
  }

  func objection(to answer: JudgedAnswer) -> Objection? {
    guard let constraint = answer.constraint, answer.state == .answered,
      !constraint.holds(for: answer.submission)
    else { return nil }
    return Objection(
      message:
        "question '\(answer.question.name)' has '\(answer.value)', which breaks its constraint",
      suggestion: "ask the respondent; correct the answer in corrections.csv")
  }
}
