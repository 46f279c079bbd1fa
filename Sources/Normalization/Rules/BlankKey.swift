import Definition
import Findings

extension Objection {
  static func blankKey(of repetition: Repetition) -> Objection {
    Objection(
      .blankKey,
      "column '\(repetition.keyColumn)' has no key (it is blank, or has an error of a spreadsheet such as "
        + "#REF!): the record belongs to no submission")
  }

  static func blankItem(in column: String) -> Objection {
    Objection(
      .blankKey,
      "column '\(column)' is blank, so that nobody can tell which item the record is about",
      suggestion: "write the item into the record, in the export")
  }
}
