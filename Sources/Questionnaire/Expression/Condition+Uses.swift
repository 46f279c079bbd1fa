/// What conditions are about, for those who hold them against one another.
extension Condition {
  /// What a condition makes of a variable.
  package enum Use: Equatable, Sendable {
    /// Which single choice was made.
    case code
    /// Whether a choice is ticked.
    case tick
    /// All ticks, or their number.
    case ticks
    /// The choice at a rank, from 0.
    case rank(Int)
    case isAnswered
    /// Whether a number or date is above or below, or is, another one, as written.
    case comparison(with: String)
    /// Anything else.
    case value
  }

  /// The operands of the outermost `and`, in the order in which they stand: what must hold for the
  /// whole to hold.
  package var conjuncts: [Condition] {
    Self.conjuncts(of: root).map { Condition(root: $0, sets: sets) }
  }

  /// Whether one of several holds; nil for none.
  package static func any(of conditions: [Condition]) -> Condition? {
    guard let first = conditions.first else { return nil }
    return conditions.dropFirst().reduce(first) {
      Condition(root: .or($0.root, $1.root), sets: $0.sets)
    }
  }

  /// That a variable has one of its codes.
  package init(that variable: Variable, has code: Int) {
    let isMultiple = if case .codes = variable.kind { true } else { false }
    self.init(
      root: isMultiple
        ? .isSelected(variable: variable.index, code: code)
        : .isCode(variable: variable.index, code: code, expected: true),
      sets: [])
  }

  /// The opposite.
  package var denied: Condition { Condition(root: .not(root), sets: sets) }

  /// Whether it asks for the day of receipt, of which no variable tells.
  package var asksForReceipt: Bool { Self.asksForReceipt(root) }

  private static func asksForReceipt(_ node: Node) -> Bool {
    switch node {
    case .dayOfReceipt: true
    case .constant, .figure, .code, .isCode, .isSelected, .choices, .countSelected, .isRanked,
      .isAnswered, .text:
      false
    case .not(let inner), .days(let inner), .matches(let inner, _): asksForReceipt(inner)
    case .call(_, let operands): operands.contains(where: asksForReceipt)
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      asksForReceipt(left) || asksForReceipt(right)
    }
  }

  /// What is made of each variable, by its index.
  package var uses: [Int: [Use]] { Self.uses(in: root) }

  private static func conjuncts(of node: Node) -> [Node] {
    if case .and(let left, let right) = node { return conjuncts(of: left) + conjuncts(of: right) }
    guard case .not(let denied) = node else { return [node] }
    if case .or(let left, let right) = denied {
      return conjuncts(of: .not(left)) + conjuncts(of: .not(right))
    }
    if case .not(let inner) = denied { return conjuncts(of: inner) }
    return [node]
  }

  static func uses(in node: Node) -> [Int: [Use]] {
    switch node {
    case .constant, .dayOfReceipt, .figure: return [:]
    case .code(let variable, names: _): return [variable.index: [.code]]
    case .isCode(let variable, code: _, expected: _): return [variable: [.code]]
    case .isSelected(let variable, code: _): return [variable: [.tick]]
    case .choices(let variable): return [variable.index: [.ticks]]
    case .countSelected(let variable, options: _): return [variable: [.ticks]]
    case .isRanked(let variable, code: _, let rank, expected: _): return [variable: [.rank(rank)]]
    case .isAnswered(let variable, expected: _): return [variable.index: [.isAnswered]]
    case .text(let variable): return [variable.index: [.value]]
    case .compare(_, .text(let variable), .constant(let value)),
      .compare(_, .constant(let value), .text(let variable)):
      return [variable.index: [.comparison(with: value.text)]]
    case .not(let inner), .days(let inner), .matches(let inner, _): return uses(in: inner)
    case .call(_, let operands): return uses(in: operands)
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      return uses(in: [left, right])
    }
  }

  private static func uses(in nodes: [Node]) -> [Int: [Use]] {
    nodes.reduce(into: [:]) { $0.merge(uses(in: $1)) { $0 + $1 } }
  }
}
