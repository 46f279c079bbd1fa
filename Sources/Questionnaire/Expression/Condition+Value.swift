import Tabular

extension Condition {
  /// A value of XPath 1.0: number, text or truth.
  enum Value: Sendable {
    case number(Double)
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

    var number: Double {
      switch self {
      case .number(let number): number
      case .text(let text): Self.number(text) ?? .nan
      case .boolean(let truth): truth ? 1 : 0
      }
    }

    /// XPath 1.0, section 4.2; a number has no more decimals than it needs.
    var text: String {
      switch self {
      case .number(let number): Self.text(number)
      case .text(let text): text
      case .boolean(let truth): truth ? "true" : "false"
      }
    }

    private static func text(_ number: Double) -> String {
      if number.isNaN { return "" }
      return Int(exactly: number).map(String.init) ?? number.description
    }

    /// XPath 1.0, section 3.4; two ISO dates compare as dates, as XLSForm's tools do.
    static func compare(_ comparison: Expression.Comparison, _ left: Value, _ right: Value) -> Bool
    {
      switch (comparison, left, right) {
      // Beside a truth, the other operand is one too.
      case (.equal, .boolean, _), (.equal, _, .boolean): return left.isTrue == right.isTrue
      case (.notEqual, .boolean, _), (.notEqual, _, .boolean): return left.isTrue != right.isTrue
      default: break
      }
      if case .text(let left) = left, case .text(let right) = right {
        switch comparison {
        case .equal: return left == right
        case .notEqual: return left != right
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
          if let left = CalendarDate(iso: left), let right = CalendarDate(iso: right) {
            return ordered(comparison, left, right)
          }
        }
      }
      return ordered(comparison, left.number, right.number)
    }

    private static func ordered<Operand: Comparable>(
      _ comparison: Expression.Comparison, _ left: Operand, _ right: Operand
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

    /// Digits with at most one point and a leading minus: Swift's `Double` would take far more.
    static func number(_ text: String) -> Double? {
      let digits = text.drop { $0 == "-" }
      guard text.utf8.count - digits.utf8.count <= 1,
        digits.utf8.allSatisfy({ (0x30...0x39) ~= $0 || $0 == UInt8(ascii: ".") })
      else { return nil }
      return Double(text)
    }
  }
}
