import Foundation
import Interchange
import Questionnaire
import Tabular

/// Turns the text of one question's cell into its code, once for each distinct text.
struct AnswerReader {
  /// What a text is.
  enum Outcome: Sendable, Equatable {
    case noAnswer
    /// The bytes of the answer cell, and how they were decided.
    case cell([UInt8], how: String)
    /// Free text, composed (NFC); it goes to `texts.csv`.
    case text(String)
    /// Nothing fits; the suggestion may be empty.
    case unclear(suggestion: String)
  }

  let question: Question
  private let choices: ChoiceReader?
  private let missing: Set<TextKey>
  private let dates: DateText
  private let separator: String

  init(_ question: Question, source: SourceDefinition, convention: HeaderConvention) {
    self.question = question
    choices = question.asked.choices.map(ChoiceReader.init)
    missing = Set(source.noAnswer.map { TextKey($0) })
    dates = DateText(order: source.dateOrder)
    separator = source.separator ?? convention.separator
  }

  func read(_ text: String) -> Outcome {
    let key = TextKey(text)
    if key.isEmpty || missing.contains(key) { return .noAnswer }
    switch question.asked {
    case .text:
      return .text(text.precomposedStringWithCanonicalMapping)
    case .integer:
      guard let number = FixedDecimal(key.text), number.isWhole else {
        return .unclear(suggestion: "write a whole number")
      }
      return .cell(Array(number.description.utf8), how: "number")
    case .decimal:
      guard let number = FixedDecimal(key.text) else {
        return .unclear(suggestion: "write a number with a decimal point and at most six places")
      }
      return .cell(Array(number.description.utf8), how: "number")
    case .date:
      guard let date = dates.date(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
        return .unclear(suggestion: "write a date that exists, such as 2005-07-29")
      }
      return .cell(Array(date.description.utf8), how: "date")
    case .selectOne(let list):
      guard let (code, how) = choices?.choice(key) else { return unclear(key) }
      return .cell(AnswerCell.letters(code, of: list.choices.count), how: how)
    case .selectMultiple(let list):
      guard let codes = choices?.choices(key, separator: separator) else { return unclear(key) }
      return .cell(AnswerCell.ticks(codes, of: list.choices.count), how: "option list")
    case .rank(let list):
      guard let order = choices?.ranking(key, separator: separator) else { return unclear(key) }
      return .cell(AnswerCell.ranking(order, of: list.choices.count), how: "option list")
    }
  }

  /// What somebody wrote in the column of the choice "other".
  func readOther(_ text: String) -> Outcome {
    TickReader.otherText(text).map(read) ?? .noAnswer
  }

  private func unclear(_ key: TextKey) -> Outcome {
    let nearest = choices?.nearest(to: key).map { "did you mean '\($0)'? " } ?? ""
    return .unclear(
      suggestion: nearest + "add the text as a synonym to choices.csv or mend the record")
  }
}
