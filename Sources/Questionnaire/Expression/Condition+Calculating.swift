import Tabular

extension Expression.Arithmetic {
  /// XPath 1.0, section 3.5. A sum of decimals is that of the decimals: 0.1 + 0.2 is 0.3.
  func result(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .plus: Self.settled(left + right)
    case .minus: Self.settled(left - right)
    case .times: Self.settled(left * right)
    case .dividedBy: left / right
    case .modulo: Self.settled(left.truncatingRemainder(dividingBy: right))
    }
  }

  /// The number of at most six decimals that a result stands for, where it is one but for the
  /// rounding of binary fractions.
  static func settled(_ number: Double) -> Double {
    guard number.magnitude < 1e9 else { return number }
    let decimal = (number * 1e6).rounded() / 1e6
    return (number - decimal).magnitude <= 1e-9 ? decimal : number
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
    case .contains: return .boolean(second.text.isEmpty || first.text.contains(second.text))
    case .date: return first
    case .endsWith: return .boolean(first.text.hasSuffix(second.text))
    case .int: return .number(first.number.rounded(.towardZero))
    case .max: return .number(arguments.map(\.number).filter { !$0.isNaN }.max() ?? .nan)
    case .min: return .number(arguments.map(\.number).filter { !$0.isNaN }.min() ?? .nan)
    case .number: return .number(first.number)
    case .round: return .number(Self.rounded(first.number, places: second.number))
    case .startsWith: return .boolean(first.text.hasPrefix(second.text))
    case .stringLength: return .number(Double(first.text.count))
    case .count, .countNonEmpty, .if, .regex, .sum: return .text("")
    }
  }

  /// XPath 1.0, section 4.4: halves go up.
  private static func rounded(_ number: Double, places: Double) -> Double {
    guard let places = Int(exactly: places), (0...6).contains(places) else { return .nan }
    let unit = (0..<places).reduce(1.0) { unit, _ in unit * 10 }
    return (Expression.Arithmetic.settled(number * unit) + 0.5).rounded(.down) / unit
  }
}
