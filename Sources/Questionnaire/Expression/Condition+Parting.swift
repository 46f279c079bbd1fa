extension Condition.Node {
  /// Whether one of several answers is a choice, as conditions on each: `coalesce(${a}, ${b}) = 'x'` asks
  /// for the choice of `a` where there is an answer, and else of `b`. So it is known which choices of
  /// which question are meant. Anything else stays as it is.
  var parted: Condition.Node {
    switch self {
    case .compare(.equal, .call(let function, let values), .constant(.text(let text))),
      .compare(.equal, .constant(.text(let text)), .call(let function, let values)):
      return Self.parted(function, values, isEqualTo: text) ?? self
    case .compare(.notEqual, .call(let function, let values), .constant(.text(let text))),
      .compare(.notEqual, .constant(.text(let text)), .call(let function, let values)):
      return Self.parted(function, values, isEqualTo: text).map { .not($0) } ?? self
    case .constant, .code, .text, .choices, .dayOfReceipt, .not, .and, .or, .compare, .isCode,
      .isSelected, .isRanked, .countSelected, .isAnswered, .arithmetic, .days, .call, .matches,
      .figure:
      return self
    }
  }

  private static func parted(
    _ function: Expression.Function, _ values: [Condition.Node], isEqualTo text: String
  ) -> Condition.Node? {
    guard !text.isEmpty else { return nil }
    switch function {
    case .if:
      return .or(
        .and(values[0], choice(text, of: values[1])),
        .and(.not(values[0]), choice(text, of: values[2])))
    case .coalesce: return coalesced(values[...], isEqualTo: text)
    case .abs, .concat, .contains, .count, .countNonEmpty, .date, .endsWith, .int, .max, .min,
      .number, .regex, .round, .startsWith, .stringLength, .sum:
      return nil
    }
  }

  private static func coalesced(
    _ values: ArraySlice<Condition.Node>, isEqualTo text: String
  ) -> Condition.Node? {
    guard let first = values.first else { return nil }
    guard values.count > 1 else { return choice(text, of: first) }
    guard case .code(let variable, names: _) = first,
      let rest = coalesced(values.dropFirst(), isEqualTo: text)
    else { return nil }
    return .or(
      .and(.isAnswered(variable, expected: true), choice(text, of: first)),
      .and(.isAnswered(variable, expected: false), rest))
  }

  private static func choice(_ text: String, of value: Condition.Node) -> Condition.Node {
    guard case .code(let variable, let names) = value else {
      return Condition.Node.compare(.equal, value, .constant(.text(text))).parted
    }
    guard let code = names.firstIndex(of: text) else { return .constant(.boolean(false)) }
    return .isCode(variable: variable.index, code: code, expected: true)
  }
}
