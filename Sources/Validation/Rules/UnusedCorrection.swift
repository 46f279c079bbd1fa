import Findings
import Questionnaire

extension Objection {
  static func unusedCorrection(_ correction: Corrections.Correction) -> Objection {
    Objection(
      .unusedCorrection,
      "'\(correction.unit)' has no submission that counts; the correction of "
        + "'\(correction.question.name)' did nothing")
  }
}
