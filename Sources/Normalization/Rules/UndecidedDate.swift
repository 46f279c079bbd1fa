import Basics
import Definition
import Findings
import Questionnaire

extension Objection {
  /// - Parameter order: That of the source's dates; nil where it declares none.
  static func undecidedDate(_ text: String, in heading: String, order: DateOrder?) -> Objection {
    let mend =
      order.map {
        "mend the date: it is one that exists, in the order \($0.rawValue) or as 2005-07-29; where "
          + "years have two digits, 'century' of the source says which"
      } ?? "mend the date or declare 'date-order' of the source"
    return Objection(
      .undecidedDate,
      "'\(text)' in column '\(heading)' is no date"
        + (order == nil ? " in ISO form and the source has no date-order" : ""),
      suggestion: ExcelTrace.advice(on: TextKey(text), to: .date) ?? mend)
  }
}
