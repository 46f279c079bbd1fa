import Basics

/// Sums and functions: what they may be of, and what they give.
extension ExpressionBinder {
  private typealias BindingError = Expression.BindingError

  func arithmetic(
    _ sign: Expression.Arithmetic, left: Expression.Node, right: Expression.Node
  ) throws(Expression.BindingError) -> Condition.Node {
    if sign == .minus, try isDate(left), try isDate(right) {
      return .arithmetic(.minus, .days(try bind(left)), .days(try bind(right)))
    }
    let subject = "'\(sign.rawValue)'"
    return .arithmetic(sign, try number(left, for: subject), try number(right, for: subject))
  }

  private func isDate(_ node: Expression.Node) throws(Expression.BindingError) -> Bool {
    switch try side(node) {
    case .variable(let variable): variable.kind == .date
    case .text(let text): CalendarDate(iso: text) != nil
    case .day: true
    case .number, .ranked, .figure, .words, .truth: false
    }
  }

  /// Binds what must be a number.
  func number(
    _ node: Expression.Node, for subject: String
  ) throws(Expression.BindingError) -> Condition.Node {
    let found: String
    switch try side(node) {
    case .number, .figure: return try opinion(node)
    case .text(let text):
      if let number = Number(text) { return .constant(.number(number)) }
      found = "'\(text)'"
    case .variable(let variable):
      switch variable.kind {
      case .number: return try bind(node)
      case .code(let names):
        guard let name = variable.substantive(names).first(where: { Number($0) == nil }) else {
          return try opinion(node)
        }
        found = "an answer with the choice '\(name)'"
      case .date: found = "a date (one date less another is the days between them)"
      case .text: found = "a text answer (number() makes one of it)"
      case .codes, .ranking: found = "an answer of several choices"
      }
    case .day: found = "a date (one date less another is the days between them)"
    case .words: found = "a text (number() makes a number of it)"
    case .ranked, .truth: found = "no number"
    }
    throw BindingError(
      id: .yaml(.notANumber), message: "\(subject) stands at \(found); expected a number")
  }

  /// Binds what must be a text; any answer is one but that of several choices.
  private func text(
    _ node: Expression.Node, of function: Expression.Function
  ) throws(Expression.BindingError) -> Condition.Node {
    if case .variable(let variable) = try side(node), variable.kind == .text { try needsTexts() }
    return try bind(node)
  }

  private func pattern(_ node: Expression.Node) throws(Expression.BindingError) -> TextPattern {
    let needed = "a regular expression in quotes, as in regex(${code}, '[A-Z]+')"
    guard case .text(let text) = node else {
      throw BindingError(id: .expression(.regex), message: "regex() needs \(needed)")
    }
    do throws(PatternSyntax.Problem) {
      return try TextPattern(text)
    } catch {
      throw BindingError(
        id: .expression(.regex),
        message: "regex() found '\(text)', which is none: \(error.message)"
          + (error.offset.map { " (after \($0) characters)" } ?? "") + "; expected \(needed)")
    }
  }

  private func checkDecimals(_ node: Expression.Node) throws(Expression.BindingError) {
    guard case .number(let decimals) = node else { return }
    let range = Expression.Function.decimalsOfRound
    guard decimals.whole.map(range.contains) != true else { return }
    throw BindingError(
      id: .yaml(.notANumber),
      message: "round() has '\(decimals.text)' decimals; expected a whole number from "
        + "\(range.lowerBound) to \(range.upperBound)")
  }

  private func needsTexts() throws(Expression.BindingError) {
    guard !scope.knowsTexts else { return }
    throw BindingError(
      id: .expression(.textComparison),
      message: "the words of text answers are not known here; expected a comparison with ''")
  }

  func call(
    _ function: Expression.Function, _ arguments: [Expression.Node]
  ) throws(Expression.BindingError) -> Condition.Node {
    if let set = function.set(arguments.count) {
      return .figure(try aggregate(of: function, as: set, arguments[0]))
    }
    switch function {
    case .abs, .int, .max, .min, .round:
      if function == .round { try checkDecimals(arguments[1]) }
      var nodes: [Condition.Node] = []
      for node in arguments { nodes.append(try number(node, for: "\(function.rawValue)()")) }
      return .call(function, nodes)
    case .concat, .contains, .endsWith, .startsWith, .stringLength, .number:
      var nodes: [Condition.Node] = []
      for node in arguments { nodes.append(try text(node, of: function)) }
      return .call(function, nodes)
    case .regex:
      let pattern = try pattern(arguments[1])
      return .matches(try self.text(arguments[0], of: function), pattern)
    case .date:
      guard case .text(let text) = arguments[0], CalendarDate(iso: text) != nil else {
        throw BindingError(
          id: .expression(.dateComparison),
          message: "date() needs a date in quotes, such as '2005-07-29'")
      }
      return .constant(.text(text))
    case .if, .coalesce:
      _ = try result(of: function, arguments)
      var nodes: [Condition.Node] = []
      for node in arguments { nodes.append(try bind(node)) }
      return .call(function, nodes)
    case .count, .countNonEmpty, .sum:
      return .figure(
        try aggregate(of: function, as: function == .sum ? .sum : .count, arguments[0]))
    }
  }

  /// What a function gives, so that it is compared with its like.
  func result(
    of function: Expression.Function, _ arguments: [Expression.Node]
  ) throws(Expression.BindingError) -> ComparisonSide {
    switch function {
    case .contains, .endsWith, .regex, .startsWith: return .truth
    case .date: return .day
    case .concat: return .words
    case .abs, .count, .countNonEmpty, .int, .max, .min, .number, .round, .stringLength, .sum:
      return .figure
    case .if, .coalesce:
      var result: ComparisonSide?
      for node in function == .if ? arguments.dropFirst() : arguments[...] {
        let kind = try value(try side(node))
        if case .text("") = kind { continue }
        if let other = result, other != kind {
          throw BindingError(
            id: .expression(.kind),
            message: "\(function.rawValue)() has values of two kinds; expected numbers, dates, or "
              + "texts alone")
        }
        result = kind
      }
      return result ?? .words
    }
  }

  /// The kind of a value, whatever it is worked out from.
  private func value(_ side: ComparisonSide) throws(Expression.BindingError) -> ComparisonSide {
    switch side {
    case .number, .figure: return .figure
    case .text(""): return side
    case .text, .words: return .words
    case .truth: return .truth
    case .day: return .day
    case .ranked: return .words
    case .variable(let variable):
      switch variable.kind {
      case .number: return .figure
      case .date: return .day
      case .code(let names):
        return variable.substantive(names).allSatisfy { Number($0) != nil } ? .figure : .words
      case .text:
        try needsTexts()
        return .words
      case .codes, .ranking: return .words
      }
    }
  }
}
