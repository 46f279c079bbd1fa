import Basics
import Questionnaire

/// The values of an attribute that are one code: numbers or dates from one on and below another.
struct AttributeBand: Equatable {
  /// A value of `units.csv`, or the bound of a band: a date as it stands in ISO 8601, else a number.
  enum Value: Comparable {
    case number(ExactDecimal)
    case date(CalendarDate)

    init?(_ text: String) {
      if let date = CalendarDate(iso: text) {
        self = .date(date)
      } else if let number = ExactDecimal(text) {
        self = .number(number)
      } else {
        return nil
      }
    }

    var isDate: Bool { if case .date = self { true } else { false } }
  }

  private let from: Value?
  private let below: Value?

  /// - Throws: Where the entry of a code has a bound that is none, or ends before it begins.
  init?(_ node: DefinitionNode) throws(RunError) {
    from = try node[AttributeCodeKey.from].map { node throws(RunError) in try Self.bound(node) }
    below = try node[AttributeCodeKey.below].map { node throws(RunError) in try Self.bound(node) }
    guard from != nil || below != nil else { return nil }
    if let from, let below, from >= below || from.isDate != below.isDate {
      throw node.error(
        id: .variable(.emptyBand),
        "the band ends before it begins, or has a number and a date; expected 'from' below 'below'")
    }
  }

  var isOfDates: Bool { (from ?? below)?.isDate == true }

  func contains(_ value: Value) -> Bool {
    value.isDate == isOfDates && from.map { $0 <= value } != false
      && below.map { value < $0 } != false
  }

  func overlaps(_ other: AttributeBand) -> Bool {
    func begins(_ one: AttributeBand, before end: Value?) -> Bool {
      guard let from = one.from, let end else { return true }
      return from < end
    }
    return begins(self, before: other.below) && begins(other, before: below)
  }

  private static func bound(_ node: DefinitionNode) throws(RunError) -> Value {
    let text = try node.text()
    guard let value = Value(text) else {
      throw node.error(
        id: .variable(.bound),
        "found '\(text)'; expected a number such as 250, or a date such as 2005-07-29")
    }
    return value
  }
}
