/// Reads numbers as exports have them: with the marks that the pipeline declares and no others.
///
/// `1 234,5` is a number only where the decimal mark is a comma and the thousands mark a blank;
/// groups have three digits, and the first one to three and no nought in front: `0.125` beside a decimal comma is
/// somebody's decimal, and no 125. Digits may be of any script.
package struct NumberText: Sendable {
  package let decimalMark: Character
  /// Nil where digits stand in no groups.
  package let thousandsMark: Character?

  /// A comma before decimals and points between thousands, and the other way round.
  package static let decimalComma = NumberText(decimalMark: ",", thousandsMark: ".")
  package static let decimalPoint = NumberText(decimalMark: ".", thousandsMark: ",")

  package init(decimalMark: Character = ".", thousandsMark: Character? = nil) {
    self.decimalMark = decimalMark
    self.thousandsMark = thousandsMark
  }

  /// - Parameter key: The text as `TextKey` has it, so that every blank is a plain one.
  package func number(_ key: TextKey) -> ExactDecimal? {
    number(key.text)
  }

  package func number(_ text: String) -> ExactDecimal? {
    let text = text.inPlainForms
    guard let mark = thousandsMark, text.contains(mark) else {
      return ExactDecimal(text, decimalMark: decimalMark)
    }
    let whole = text.prefix { $0 != decimalMark }
    let groups = whole.drop { $0 == "-" }.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.utf8.count), !first.hasPrefix("0"),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return ExactDecimal(
      "\(whole.filter { $0 != mark })\(text[whole.endIndex...])", decimalMark: decimalMark)
  }
}
