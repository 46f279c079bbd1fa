extension Expression {
  /// What is wrong with the text of an expression, and at which character.
  package struct SyntaxError: Error, Equatable {
    package let message: String
    /// The character, from 1.
    package let column: Int
  }

  /// The most words of an expression: it is read and evaluated by recursion, and no stack has room
  /// for a text of any length.
  static let mostWords = 1000

  /// - Throws: A `SyntaxError` that points at the character.
  package init(parsing text: String) throws(SyntaxError) {
    let tokens = try ExpressionToken.tokens(of: text)
    guard tokens.count <= Self.mostWords else {
      throw SyntaxError(
        message: "the condition goes on here; expected at most \(Self.mostWords) names, texts, "
          + "signs and parentheses. Ask for less in one condition",
        column: tokens[Self.mostWords].column)
    }
    var parser = ExpressionParser(tokens: tokens)
    root = try parser.parse()
  }
}

/// Recursive descent over XPath's levels: or, and, equality, relation, primary.
private struct ExpressionParser {
  private let tokens: [ExpressionToken]
  private var position = 0

  init(tokens: [ExpressionToken]) {
    self.tokens = tokens
  }

  mutating func parse() throws(Expression.SyntaxError) -> Expression.Node {
    let node = try disjunction()
    guard token.kind == .end else {
      throw error("'\(token.text)' stands here; expected 'and', 'or' or the end")
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
      let found = token.kind == .end ? "the expression ends here" : "'\(token.text)' stands here"
      throw error("\(found); expected '\(text)'")
    }
  }

  private mutating func disjunction() throws(Expression.SyntaxError) -> Expression.Node {
    var node = try conjunction()
    while take("or") { node = .or(node, try conjunction()) }
    return node
  }

  private mutating func conjunction() throws(Expression.SyntaxError) -> Expression.Node {
    var node = try equality()
    while take("and") { node = .and(node, try equality()) }
    return node
  }

  private mutating func equality() throws(Expression.SyntaxError) -> Expression.Node {
    var node = try relation()
    while let comparison = comparison(of: [.equal, .notEqual]) {
      node = .compare(comparison, node, try relation())
    }
    return node
  }

  private mutating func relation() throws(Expression.SyntaxError) -> Expression.Node {
    var node = try primary()
    while let comparison = comparison(of: [.less, .lessOrEqual, .greater, .greaterOrEqual]) {
      node = .compare(comparison, node, try primary())
    }
    return node
  }

  private mutating func comparison(of allowed: [Expression.Comparison]) -> Expression.Comparison? {
    guard token.kind == .symbol, let comparison = Expression.Comparison(rawValue: token.text),
      allowed.contains(comparison)
    else { return nil }
    advance()
    return comparison
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
      return try negativeNumber()
    case .symbol where start.text == "(":
      advance()
      let node = try disjunction()
      try expect(")")
      return node
    case .symbol:
      throw error(
        "'\(start.text)' stands here; expected ${question}, '.', a text, a number or '('")
    case .end:
      throw error(
        "the expression ends here; expected ${question}, '.', a text, a number or '('")
    }
  }

  /// A minus stands before a number and nowhere else: conditions do no sums.
  private mutating func negativeNumber() throws(Expression.SyntaxError) -> Expression.Node {
    advance()
    guard case .number(let value) = token.kind else {
      throw error("'-' stands before this; expected a number after it, as in -5")
    }
    advance()
    return .number(-value)
  }

  private mutating func function() throws(Expression.SyntaxError) -> Expression.Node {
    let name = token
    let known = ["count-selected", "false", "not", "selected", "selected-at", "true"]
    guard known.contains(name.text) else {
      let hint =
        name.text == "today" || name.text == "now"
        ? " A run must not depend on the day it is made; write the date itself" : ""
      throw error(
        "'\(name.text)' is not known; expected a text in quotes, ${question} or one of the "
          + "functions \(known.map { "\($0)()" }.joined(separator: ", ")).\(hint)")
    }
    advance()
    try expect("(")
    let node: Expression.Node
    switch name.text {
    case "true": node = .boolean(true)
    case "false": node = .boolean(false)
    case "not": node = .not(try disjunction())
    case "count-selected": node = .countSelected(try question())
    case "selected-at":
      let question = try question()
      try expect(",")
      node = .selectedAt(question, try rank())
    default:
      let question = try question()
      try expect(",")
      guard token.kind == .text else {
        throw error("'\(token.text)' stands here; expected the name of a choice in quotes")
      }
      node = .selected(question, token.text)
      advance()
    }
    try expect(")")
    return node
  }

  private mutating func rank() throws(Expression.SyntaxError) -> Int {
    guard case .number(let number) = token.kind, let rank = Int(exactly: number) else {
      throw error("'\(token.text)' stands here; expected a rank: 0 for the first, 1 for the second")
    }
    advance()
    return rank
  }

  private mutating func question() throws(Expression.SyntaxError) -> Expression.Node {
    guard token.kind == .reference || (token.kind == .symbol && token.text == ".") else {
      throw error("'\(token.text)' stands here; expected ${question} or '.'")
    }
    return try primary()
  }
}
