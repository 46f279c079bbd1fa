import Findings
import Questionnaire

extension Objection {
  /// - Parameters:
  ///   - found: What stands for the answer; empty where there is none.
  ///   - earlier: File and line of the earlier submission that it was taken over from, if it was.
  static func staleCorrection(
    _ correction: Corrections.Correction, found: String, earlier: String?
  ) -> Objection {
    let whence = earlier.map { ", taken over from an earlier submission (\($0))" } ?? ""
    return Objection(
      .staleCorrection,
      "the correction expects '\(correction.from)' for '\(correction.question.name)' of "
        + "'\(correction.unit)', but "
        + (found.isEmpty ? "there is no answer" : "'\(found)' stands there\(whence)")
        + "; it did nothing")
  }
}
