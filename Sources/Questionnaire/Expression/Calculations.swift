import Basics

/// Names that stand for expressions: what the form calculates, and `calculate` of a rule.
///
/// An expression that rests on such a name has its expression in the place of the name, so that
/// whoever evaluates it, or asks what it rests on, knows questions alone.
package struct Calculations: Sendable {
  private enum Value {
    /// With other names written out.
    case expression(Expression)
    /// That of a name, or one it rests on, that cannot be read; where it stands, and why not.
    case unread(name: String, position: String, reason: String)
  }

  private var values: [String: Value] = [:]

  package init() {}

  /// The names that stand for an expression, each after those that it rests on.
  package private(set) var names: [String] = []

  /// Why the others stand for none.
  package var unread: [String: String] {
    var reasons: [String: String] = [:]
    for case (let name, .unread(let other, _, let reason)) in values {
      reasons[name] = name == other ? reason : "it rests on '\(other)', which is not read"
    }
    return reasons
  }

  /// Whether a name is one of these, whether or not its expression could be read.
  package func has(_ name: String) -> Bool { values[name] != nil }

  /// Adds a name that may rest on those before it.
  ///
  /// - Throws: What it rests on and cannot.
  package mutating func add(
    _ name: String, _ expression: Expression
  ) throws(Expression.BindingError) {
    values[name] = .expression(try expression.resolving(self))
    names.append(name)
  }

  /// Adds a name that stands for nothing, which is an error where something rests on it.
  mutating func add(_ name: String, at position: String, unreadFor reason: String) {
    values[name] = .unread(name: name, position: position, reason: reason)
  }

  /// Adds a name that stands for nothing where one of those that it rests on does.
  ///
  /// - Returns: Whether there is one.
  mutating func add(_ name: String, restingOn others: [String]) -> Bool {
    for other in others {
      if case .unread = values[other] {
        values[name] = values[other]
        return true
      }
    }
    return false
  }

  fileprivate func expression(_ name: String) throws(Expression.BindingError) -> Expression? {
    switch values[name] {
    case nil: return nil
    case .expression(let expression): return expression
    case .unread(let name, let position, let reason):
      throw Expression.BindingError(
        id: .expression(.calculation),
        message:
          "it rests on '\(name)', which the form calculates (\(position)) and which cannot be "
          + "read: \(reason)")
    }
  }
}

extension Expression {
  /// The same expression with names that stand for others written out.
  ///
  /// - Throws: Why a name stands for nothing; that too much stands behind the names.
  package func resolving(_ calculations: Calculations) throws(BindingError) -> Expression {
    guard references.contains(where: calculations.has) else { return self }
    let expression = Expression(root: try Self.resolved(root, calculations))
    guard Self.parts(of: expression.root, atMost: Self.mostWords) <= Self.mostWords else {
      throw BindingError(
        id: .expression(.calculation),
        message: "with the calculations that it rests on it has more than \(Self.mostWords) names, "
          + "texts and signs; expected fewer. Ask for less in one condition")
    }
    return expression
  }

  /// How many values and signs a part has, counted no further than needed: names that stand for one
  /// another can double with every name.
  private static func parts(of node: Node, atMost most: Int) -> Int {
    children(of: node).reduce(1) { sum, child in
      sum > most ? sum : sum + parts(of: child, atMost: most - sum)
    }
  }

  private static func resolved(
    _ node: Node, _ calculations: Calculations
  ) throws(BindingError) -> Node {
    func same(_ node: Node) throws(BindingError) -> Node { try resolved(node, calculations) }
    switch node {
    case .reference(let name): return try calculations.expression(name)?.root ?? node
    case .number, .text, .boolean, .current, .dayOfReceipt: return node
    case .not(let inner): return .not(try same(inner))
    case .and(let left, let right): return .and(try same(left), try same(right))
    case .or(let left, let right): return .or(try same(left), try same(right))
    case .compare(let comparison, let left, let right):
      return .compare(comparison, try same(left), try same(right))
    case .arithmetic(let sign, let left, let right):
      return .arithmetic(sign, try same(left), try same(right))
    case .selected(let inner, let choice): return .selected(try same(inner), choice)
    case .countSelected(let inner): return .countSelected(try same(inner))
    case .selectedAt(let inner, let rank): return .selectedAt(try same(inner), rank)
    case .call(let function, let arguments):
      var nodes: [Node] = []
      for argument in arguments { nodes.append(try same(argument)) }
      return .call(function, nodes)
    }
  }
}
