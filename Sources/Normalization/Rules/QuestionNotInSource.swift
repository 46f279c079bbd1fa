import Findings
import Questionnaire

extension Objection {
  static func questionNotInSource(_ question: Question) -> Objection {
    Objection(
      .questionNotInSource,
      "no column is question '\(question.name)'; it counts as not asked")
  }
}
