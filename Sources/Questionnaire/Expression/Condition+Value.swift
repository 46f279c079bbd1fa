import Basics

extension Condition {
  /// A value of XPath 1.0: number, text or truth.
  enum Value: Sendable {
    case number(Number)
    case text(String)
    case boolean(Bool)

    /// XPath 1.0, section 4.3: a number is true if it is neither zero nor NaN, a text if it is
    /// not empty.
    var isTrue: Bool {
      switch self {
      case .number(let number): number != 0 && !number.isNaN
      case .text(let text): !text.isEmpty
      case .boolean(let truth): truth
      }
    }

    var number: Number {
      switch self {
      case .number(let number): number
      case .text(let text): Number(text) ?? .nan
      case .boolean(let truth): truth ? 1 : 0
      }
    }

    /// XPath 1.0, section 4.2; a number has no more decimals than it needs.
    var text: String {
      switch self {
      case .number(let number): number.text
      case .text(let text): text
      case .boolean(let truth): truth ? "true" : "false"
      }
    }

    /// Whether it is the empty text, which stands for no answer.
    var isBlank: Bool {
      switch self {
      case .text(let text): text.isEmpty
      case .number, .boolean: false
      }
    }

    /// Whether it is a number without end: what is divided by nought.
    var isEndless: Bool {
      switch self {
      case .number(let number): number.exact == nil && !number.isNaN
      case .text, .boolean: false
      }
    }

    private var isBoolean: Bool {
      switch self {
      case .boolean: true
      case .number, .text: false
      }
    }

    /// XPath 1.0, section 3.4; two ISO dates compare as dates, as XLSForm's tools do.
    static func compare(_ comparison: Expression.Comparison, left: Value, right: Value) -> Bool {
      // Beside a truth, the other operand is one too.
      if left.isBoolean || right.isBoolean {
        if comparison == .equal { return left.isTrue == right.isTrue }
        if comparison == .notEqual { return left.isTrue != right.isTrue }
      }
      if case .text(let left) = left, case .text(let right) = right {
        switch comparison {
        case .equal: return left == right
        case .notEqual: return left != right
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
          if let left = CalendarDate(iso: left), let right = CalendarDate(iso: right) {
            return ordered(comparison, left: left, right: right)
          }
        }
      }
      return ordered(comparison, left: left.number, right: right.number)
    }

    private static func ordered<Operand: Comparable>(
      _ comparison: Expression.Comparison, left: Operand, right: Operand
    ) -> Bool {
      switch comparison {
      case .equal: left == right
      case .notEqual: left != right
      case .less: left < right
      case .lessOrEqual: left <= right
      case .greater: left > right
      case .greaterOrEqual: left >= right
      }
    }
  }
}
