package import Basics

/// A unit that may stand beside a number, from the column `units` of a question in the survey sheet.
///
/// The column has `kg|kilograms|t=1000`: units separated by `|`, each with what one of it is in the
/// question's own unit, which is 1 unless said. A number without a unit is in the question's own.
package struct NumberUnit: Sendable, Equatable {
  package let text: TextKey
  package let factor: ExactDecimal

  struct FieldError: Error {
    let message: String
  }

  static func units(_ field: String) throws(FieldError) -> [NumberUnit] {
    var units: [NumberUnit] = []
    for item in field.split(separator: "|") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let text = TextKey(parts[0])
      let factor =
        parts.count == 2
        ? ExactDecimal(TextKey(parts[1]).text) : 1
      guard let first = text.text.first, !first.isNumber, first != "-", let factor,
        factor > 0
      else {
        throw FieldError(
          message:
            "'\(item)' stands among the units; expected a unit such as 'kg', or with what one "
            + "of it is in the unit of the question, as in 't=1000'")
      }
      if units.contains(where: { $0.text == text }) {
        throw FieldError(message: "unit '\(text)' stands twice; expected each once")
      }
      units.append(NumberUnit(text: text, factor: factor))
    }
    return units
  }
}
