import Basics
import Questionnaire

/// Reads the answers to a number question: the marks as the source has them, units as the form.
struct NumberReader {
  private let marks: NumberText
  private let units: [NumberUnit]
  private let mustBeWhole: Bool

  init(_ question: Question, _ marks: NumberText) {
    self.marks = marks
    units = question.units
    mustBeWhole = question.asked == .integer
  }

  /// The number in the question's own unit, and how it was decided; nil where nothing fits.
  func number(_ key: TextKey) -> (number: ExactDecimal, how: String)? {
    var found: [(ExactDecimal, String)] = []
    if let number = marks.number(key) { found.append((number, "number")) }
    for unit in units {
      guard let rest = Self.rest(of: key.text, beside: unit.text.text),
        let number = marks.number(rest)?.times(unit.factor)
      else { continue }
      found.append((number, "number in \(unit.text)"))
    }
    guard found.count == 1, let only = found.first, !mustBeWhole || only.0.isWhole else {
      return nil
    }
    return only
  }

  /// What to do about a text that is no number.
  func advice(_ key: TextKey) -> String {
    let usual = marks.decimalMark == "." && marks.thousandsMark == nil
    let mark =
      marks.decimalMark == "." ? "a decimal point" : "'\(marks.decimalMark)' as decimal mark"
    let isLong = key.text.count(where: \.isNumber) > ExactDecimal.mostDigits
    var advice =
      mustBeWhole
      ? "write a whole number" + (isLong ? " of at most \(ExactDecimal.mostDigits) digits" : "")
      : "write a number with \(mark), at most \(ExactDecimal.mostDigits) digits before and behind "
        + "it together"
    if usual, !isLong, key.text.contains(where: { ",.' ".contains($0) }),
      key.text.allSatisfy({ $0.isNumber || ",.' -".contains($0) })
    {
      advice += ", or declare 'decimal-mark' and 'thousands-mark' of the source"
    } else if let unit = Self.word(beside: key.text) {
      advice += ", or declare '\(unit)' in the column 'units' of survey.csv"
    }
    return advice
  }

  /// What is left of a text without the unit before or behind it.
  private static func rest(of text: String, beside unit: String) -> String? {
    let rest: Substring
    if text.hasSuffix(unit) {
      rest = text.dropLast(unit.count)
    } else if text.hasPrefix(unit), unit.last?.isNumber == false {
      rest = text.dropFirst(unit.count)
    } else {
      return nil
    }
    let number = TextKey(rest).text
    return number.isEmpty ? nil : number
  }

  /// The only word that stands behind or before a number.
  private static func word(beside text: String) -> String? {
    let isDigit = { (character: Character) in character.isNumber || ",.' -".contains(character) }
    let word = TextKey(text.drop(while: isDigit).prefix { !isDigit($0) }).text
    guard !word.isEmpty, word.count <= 12, let rest = rest(of: text, beside: word),
      rest.allSatisfy(isDigit), rest.contains(where: \.isNumber)
    else { return nil }
    return word
  }
}
