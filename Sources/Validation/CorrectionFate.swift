import Basics
import Findings
import Interchange
import Questionnaire
import Tabular

/// A correction that was applied.
struct AppliedCorrection: Sendable {
  let correction: Corrections.Correction
  /// What stood there: the text as received where it was unclear.
  let from: String
  /// The submission that counts.
  let submission: Int
  /// Where the answer was given: an earlier submission, where answers were merged.
  let origin: Int
}

/// A correction that was not, though the unit replied.
struct RefusedCorrection: Sendable {
  enum Reason: Sendable {
    /// Something else stands there.
    case stale(found: String)
    /// The correction on that line has changed the answer already.
    case doubled(line: Int)
  }

  let correction: Corrections.Correction
  let submission: Int
  let reason: Reason
}

extension Corrections {
  /// What data staff should know of a correction that was not applied; `refused` is nil where the
  /// unit has no submission that counts.
  func finding(
    about correction: Correction, _ refused: RefusedCorrection?
  ) -> Finding {
    let answer = "'\(correction.question.name)' of '\(correction.unit)'"
    let (rule, message, suggestion): (Rule, String, String) =
      switch refused?.reason {
      case .stale(let found):
        (
          .staleCorrection,
          "the correction expects '\(correction.from)' for \(answer), but "
            + (found.isEmpty ? "there is no answer" : "'\(found)' stands there")
            + "; it did nothing",
          "delete it, or set 'from' to what stands there"
        )
      case .doubled(let line):
        (
          .doubleCorrection,
          "line \(line) has corrected \(answer) already; this correction did nothing",
          "delete one of the two"
        )
      case nil:
        (
          .unusedCorrection,
          "'\(correction.unit)' has no submission that counts; the correction of "
            + "'\(correction.question.name)' did nothing",
          "delete it, or look for the unit in late.csv and quarantine/index.csv"
        )
      }
    return Finding(
      rule,
      at: Position(
        source: FileSystem.name(of: path), place: RecordPlace(line: correction.line)),
      unit: correction.unit, submission: refused?.submission,
      question: correction.question.name, value: correction.from, message: message,
      suggestion: suggestion)
  }
}
