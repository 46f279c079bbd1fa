import Definition
import Findings

extension Objection {
  static func blankKey(of repetition: Repetition) -> Objection {
    Objection(
      .blankKey,
      "column '\(repetition.keyColumn)' has no key (it is blank, or has an error of a spreadsheet such as "
        + "#REF!): the record belongs to no submission")
  }
}
