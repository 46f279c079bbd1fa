import Definition
import Findings

extension Objection {
  static func blankKey(of repetition: Repetition) -> Objection {
    Objection(
      .blankKey,
      "column '\(repetition.keyColumn)' is blank: the record belongs to no submission")
  }
}
