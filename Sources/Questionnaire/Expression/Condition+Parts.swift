extension Condition {
  /// A part of a condition that must hold for the whole to hold.
  package enum Part: Hashable, Sendable {
    /// A single choice has a code.
    case code(variable: Int, code: Int)
    /// It has another one, or none.
    case notCode(variable: Int, code: Int)
    case answered(variable: Int)
    /// A choice of a multi-select is ticked.
    case selected(variable: Int, code: Int)
    /// Anything else: equal texts mean the same.
    case other(String, variables: Set<Int>)
  }

  /// The operands of the outermost `and`, in the order in which they stand.
  package var parts: [Part] { Self.parts(of: root) }

  private static func parts(of node: Node) -> [Part] {
    switch node {
    case .and(let left, let right): parts(of: left) + parts(of: right)
    case .isCode(let variable, let code, expected: true): [.code(variable: variable, code: code)]
    case .isCode(let variable, let code, expected: false):
      [.notCode(variable: variable, code: code)]
    case .isAnswered(let variable, expected: true): [.answered(variable: variable.index)]
    case .isSelected(let variable, let code): [.selected(variable: variable, code: code)]
    default: [.other(String(describing: node), variables: variables(in: node))]
    }
  }

  private static func variables(in node: Node) -> Set<Int> {
    switch node {
    case .constant, .figure: []
    case .code(let variable, names: _), .text(let variable), .choices(let variable),
      .isAnswered(let variable, expected: _):
      [variable.index]
    case .isCode(let variable, code: _, expected: _), .isSelected(let variable, code: _),
      .isRanked(let variable, code: _, rank: _, expected: _),
      .countSelected(let variable, options: _):
      [variable]
    case .not(let inner), .days(let inner), .matches(let inner, _): variables(in: inner)
    case .call(_, let operands): operands.reduce(into: []) { $0.formUnion(variables(in: $1)) }
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      variables(in: left).union(variables(in: right))
    }
  }
}
