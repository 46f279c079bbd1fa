package import Basics
package import Questionnaire

/// An answer field read back: what the letters, numbers and marks of `AnswerField` stand for.
package enum AnswerValue: Sendable, Equatable {
  /// No answer, for one of the reasons that are no answer.
  case none(AnswerState)
  case code(Int)
  case codes([Int])
  /// The choices in order of their rank.
  case ranking([Int])
  case number(ExactDecimal)
  case date(CalendarDate)
  /// A free text, which stands in `texts.csv`.
  case text

  package init(field: ArraySlice<UInt8>, of type: AnswerType) {
    let state = AnswerField.state(field.last ?? AnswerField.noAnswer)
    let text = String(validating: field, as: UTF8.self) ?? ""
    guard state == .answered else {
      self = .none(state)
      return
    }
    let value: AnswerValue? =
      switch type {
      case .selectOne: AnswerField.code(field).map { .code($0) }
      case .selectMultiple:
        .codes(field.enumerated().filter { $0.element != AnswerField.unticked }.map(\.offset))
      case .rank: Self.order(of: field).map { .ranking($0) }
      case .integer, .decimal: ExactDecimal(text).map { .number($0) }
      case .date: CalendarDate(iso: text).map { .date($0) }
      case .text: .text
      }
    self = value ?? .none(.unclear)
  }

  /// The choices of a ranking; nil where it has a tie or a gap, which no stage writes.
  private static func order(of field: ArraySlice<UInt8>) -> [Int]? {
    let ranked = field.count { $0 != AnswerField.unticked }
    let order = (0..<ranked).compactMap { AnswerField.code(rankedAt: $0, in: field) }
    return order.count == ranked ? order : nil
  }

  /// The answer as data staff write it: names of choices, several joined by a blank, a ranking in
  /// its order.
  package func names(of type: AnswerType) -> String {
    let choices = type.choices ?? []
    switch self {
    case .none: return ""
    case .code(let code): return choices.indices.contains(code) ? choices[code].name : ""
    case .codes(let codes), .ranking(let codes):
      return codes.map { choices[$0].name }.joined(separator: " ")
    case .number(let number): return number.description
    case .date(let date): return date.description
    case .text: return ""
    }
  }
}
