import Basics

extension Expression {
  /// What is wrong with the text of an expression, and at which character.
  package struct SyntaxError: Error, Equatable {
    package let message: String
    /// The character, from 1.
    package let column: Int
  }

  /// The most words of an expression: it is read and evaluated by recursion, and no stack has room
  /// for a text of any length.
  package static let mostWords = 1000

  /// - Throws: A `SyntaxError` that points at the character.
  ///
  /// - Parameter columns: What bare names stand for: in a `choice_filter` the columns of a row of the
  ///   choices sheet.
  package init(
    parsing text: String, columns: [String: String] = [:]
  ) throws(SyntaxError) {
    let tokens = try ExpressionToken.tokens(of: text).filled(from: columns)
    guard tokens.count <= Self.mostWords else {
      throw SyntaxError(
        message: "the condition goes on here; expected at most \(Self.mostWords) names, texts, "
          + "signs and parentheses. Ask for less in one condition",
        column: tokens[Self.mostWords].column)
    }
    var parser = ExpressionParser(tokens: tokens, columns: columns.keys.sorted())
    root = try parser.parse()
  }
}

/// Precedence climbing over XPath's levels: or, and, equality, relation, sum, product; then what
/// stands alone.
private struct ExpressionParser {
  private let tokens: [ExpressionToken]
  private var position = 0
  /// The columns that may stand by their bare names.
  private let columns: [String]

  init(tokens: [ExpressionToken], columns: [String]) {
    self.tokens = tokens
    self.columns = columns
  }

  mutating func parse() throws(Expression.SyntaxError) -> Expression.Node {
    let node = try operation()
    guard token.kind == .end else {
      throw error("found '\(token.text)'; expected 'and', 'or' or the end")
    }
    return node
  }

  private var token: ExpressionToken { tokens[position] }

  private func error(_ message: String) -> Expression.SyntaxError {
    Expression.SyntaxError(message: message, column: token.column)
  }

  private mutating func advance() {
    if position + 1 < tokens.count { position += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    guard token.kind == .symbol || token.kind == .name, token.text == text else { return false }
    advance()
    return true
  }

  private mutating func expect(_ text: String) throws(Expression.SyntaxError) {
    guard take(text) else {
      let found = token.kind == .end ? "the expression ends here" : "found '\(token.text)'"
      throw error("\(found); expected '\(text)'")
    }
  }

  /// A sign between two values.
  private enum Operator {
    case or, and
    case comparison(Expression.Comparison)
    case arithmetic(Expression.Arithmetic)

    init?(_ token: ExpressionToken) {
      guard token.kind == .symbol || token.kind == .name else { return nil }
      if let comparison = Expression.Comparison(rawValue: token.text) {
        self = .comparison(comparison)
      } else if let sign = Expression.Arithmetic(rawValue: token.text) {
        self = .arithmetic(sign)
      } else if token.text == "or" || token.text == "and" {
        self = token.text == "or" ? .or : .and
      } else {
        return nil
      }
    }

    /// How tightly it binds.
    var level: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .comparison(.equal), .comparison(.notEqual): 3
      case .comparison: 4
      case .arithmetic(.plus), .arithmetic(.minus): 5
      case .arithmetic: 6
      }
    }

    func joined(_ left: Expression.Node, _ right: Expression.Node) -> Expression.Node {
      switch self {
      case .or: .or(left, right)
      case .and: .and(left, right)
      case .comparison(let comparison): .compare(comparison, left, right)
      case .arithmetic(let sign): .arithmetic(sign, left, right)
      }
    }
  }

  /// Values joined by signs that bind at least so tightly.
  private mutating func operation(from level: Int = 1) throws(Expression.SyntaxError)
    -> Expression.Node
  {
    var node = try primary()
    while let sign = Operator(token), sign.level >= level {
      advance()
      node = sign.joined(node, try operation(from: sign.level + 1))
    }
    return node
  }

  private mutating func primary() throws(Expression.SyntaxError) -> Expression.Node {
    let start = token
    switch start.kind {
    case .number(let value):
      advance()
      return .number(value)
    case .text:
      advance()
      return .text(start.text)
    case .reference:
      advance()
      return .reference(start.text)
    case .name:
      return try function()
    case .symbol where start.text == ".":
      advance()
      return .current
    case .symbol where start.text == "-":
      advance()
      if case .number(let value) = token.kind {
        advance()
        return .number(-value)
      }
      return .arithmetic(.minus, .number(0), try primary())
    case .symbol where start.text == "(":
      advance()
      let node = try operation()
      try expect(")")
      return node
    case .symbol:
      throw error(
        "found '\(start.text)'; expected ${question}, '.', a text, a number or '('")
    case .end:
      throw error(
        "the expression ends here; expected ${question}, '.', a text, a number or '('")
    }
  }

  private static let known =
    (Expression.ChoiceFunction.allCases.map(\.rawValue)
    + Expression.Function.allCases.map(\.rawValue)).sorted()

  private mutating func function() throws(Expression.SyntaxError) -> Expression.Node {
    let name = token
    guard Self.known.contains(name.text) else {
      let hint =
        name.text == "now"
        ? " Of the moment only the day is known: write today(), the day of receipt"
        : Suggestion.nearest(to: name.text, among: Self.known + columns, within: 2)
          .map { " Did you mean '\($0)'?" }.joined()
      throw error(
        "'\(name.text)' is not known; expected a text in quotes, ${question}"
          + (columns.isEmpty ? "" : ", a column of the choices") + " or one of the "
          + "functions \(Self.known.map { "\($0)()" }.joined(separator: ", ")).\(hint)")
    }
    advance()
    try expect("(")
    let node: Expression.Node
    switch Expression.ChoiceFunction(rawValue: name.text) {
    case .true: node = .boolean(true)
    case .false: node = .boolean(false)
    case .today: node = .dayOfReceipt
    case .not: node = .not(try operation())
    case .countSelected: node = .countSelected(try question())
    case .selectedAt:
      let question = try question()
      try expect(",")
      node = .selectedAt(question, try rank())
    case .selected:
      let question = try question()
      try expect(",")
      guard token.kind == .text else {
        throw error("found '\(token.text)'; expected the name of a choice in quotes")
      }
      node = .selected(question, token.text)
      advance()
    case nil: node = try call(name)
    }
    try expect(")")
    return node
  }

  private mutating func call(
    _ name: ExpressionToken
  ) throws(Expression.SyntaxError) -> Expression.Node {
    guard let function = Expression.Function(rawValue: name.text) else {
      throw error("'\(name.text)' is not known")
    }
    var arguments = [try operation()]
    while take(",") { arguments.append(try operation()) }
    guard function.arguments.contains(arguments.count) else {
      let fewest = function.arguments.lowerBound
      throw Expression.SyntaxError(
        message: "\(name.text)() has \(arguments.count) values here; expected "
          + (function.arguments.count == 1 ? "\(fewest)" : "at least \(fewest)"),
        column: name.column)
    }
    return .call(function, arguments)
  }

  private mutating func rank() throws(Expression.SyntaxError) -> Int {
    guard case .number(let number) = token.kind, let rank = number.whole else {
      throw error("found '\(token.text)'; expected a rank: 0 for the first, 1 for the second")
    }
    advance()
    return rank
  }

  private mutating func question() throws(Expression.SyntaxError) -> Expression.Node {
    guard token.kind == .reference || (token.kind == .symbol && token.text == ".") else {
      throw error("found '\(token.text)'; expected ${question} or '.'")
    }
    return try primary()
  }
}
