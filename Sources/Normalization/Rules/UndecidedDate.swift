import Basics
import Definition
import Findings
import Questionnaire

extension Objection {
  /// - Parameter dates: As the source has them.
  static func undecidedDate(_ text: String, in heading: String, _ dates: DateText) -> Objection {
    let order = dates.order
    let era = dates.eraAdvice(text)
    let mend =
      order.map {
        "mend the date: it is one that exists, in the order \($0.rawValue) or as 2005-07-29; where "
          + "years have two digits, 'century' of the source says which"
      } ?? "mend the date or declare 'date-order' of the source"
    return Objection(
      .undecidedDate,
      "'\(text)' in column '\(heading)' is no date"
        + (order == nil && era == nil ? " in ISO form and the source has no date-order" : ""),
      suggestion: era ?? ExcelTrace.advice(on: TextKey(text), to: .date) ?? mend)
  }
}
