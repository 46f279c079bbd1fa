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
    /// Something else stands there, maybe taken over from an earlier submission, on a line of a file.
    case stale(found: String, earlier: String?)
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
    let objection: Objection =
      switch refused?.reason {
      case .stale(let found, let earlier):
        .staleCorrection(correction, found: found, earlier: earlier)
      case .doubled(let line): .doubleCorrection(correction, after: line)
      case nil: .unusedCorrection(correction)
      }
    return Finding(
      objection,
      at: Position(
        source: FileSystem.name(of: path), record: RecordPosition(line: correction.line)),
      unit: correction.unit, submission: refused?.submission,
      question: correction.question.name, value: correction.from)
  }
}
