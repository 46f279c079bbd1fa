import Findings
import Questionnaire

extension Objection {
  /// - Parameter found: What stands for the answer; empty where there is none.
  static func staleCorrection(_ correction: Corrections.Correction, found: String) -> Objection {
    Objection(
      .staleCorrection,
      "the correction expects '\(correction.from)' for '\(correction.question.name)' of "
        + "'\(correction.unit)', but "
        + (found.isEmpty ? "there is no answer" : "'\(found)' stands there") + "; it did nothing")
  }
}
