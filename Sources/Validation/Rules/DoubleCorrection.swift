import Findings
import Questionnaire

extension Objection {
  /// - Parameter line: That of the correction which has changed the answer.
  static func doubleCorrection(_ correction: Corrections.Correction, after line: Int) -> Objection {
    Objection(
      .doubleCorrection,
      "line \(line) has corrected '\(correction.question.name)' of '\(correction.unit)' already; "
        + "this correction did nothing")
  }
}
