extension Expression.Arithmetic {
  /// XPath 1.0, section 3.5, with exact numbers: 0.1 + 0.2 is 0.3.
  func result(_ left: Number, _ right: Number) -> Number {
    switch self {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .dividedBy: left / right
    case .modulo: left % right
    }
  }
}

extension Expression.Function {
  /// The value for such arguments; `if()`, `regex()` and functions of a set have none of these.
  func result(_ arguments: some Collection<Condition.Value>) -> Condition.Value {
    let first = arguments.first ?? .text("")
    let second = arguments.dropFirst().first ?? .text("")
    switch self {
    case .abs: return .number(first.number.magnitude)
    case .coalesce: return arguments.first { !$0.text.isEmpty } ?? .text("")
    case .concat: return .text(arguments.map(\.text).joined())
    case .contains: return .boolean(second.text.isEmpty || first.text.contains(second.text))
    case .date: return first
    case .endsWith: return .boolean(first.text.hasSuffix(second.text))
    case .int: return .number(first.number.truncated)
    case .max: return .number(arguments.map(\.number).filter { !$0.isNaN }.max() ?? .nan)
    case .min: return .number(arguments.map(\.number).filter { !$0.isNaN }.min() ?? .nan)
    case .number: return .number(first.number)
    case .round: return .number(Self.rounded(first.number, decimals: second.number))
    case .startsWith: return .boolean(first.text.hasPrefix(second.text))
    case .stringLength: return .number(Number(first.text.count))
    case .count, .countNonEmpty, .if, .regex, .sum: return .text("")
    }
  }

  /// How many decimals `round()` takes.
  static let decimalsOfRound = -18...18

  private static func rounded(_ number: Number, decimals: Number) -> Number {
    guard let decimals = decimals.whole, decimalsOfRound.contains(decimals) else { return .nan }
    guard decimals < 0 else { return number.rounded(decimals: decimals) }
    // To tens, hundreds and so on.
    guard let power = Number("1" + String(repeating: "0", count: -decimals)) else { return .nan }
    return Expression.Arithmetic.times.result(
      Expression.Arithmetic.dividedBy.result(number, power).rounded(decimals: 0), power)
  }
}
