extension Condition {
  /// The text questions whose very words the condition rests on, by their index.
  package var texts: Set<Int> {
    sets.reduce(into: Self.texts(of: root)) { $0.formUnion($1.argument.texts) }
  }

  private static func texts(of node: Node) -> Set<Int> {
    switch node {
    case .text(let variable): variable.kind == .text ? [variable.index] : []
    case .constant, .code, .choices, .dayOfReceipt, .isCode, .isSelected, .isRanked,
      .countSelected, .isAnswered, .figure:
      []
    case .not(let inner), .days(let inner), .matches(let inner, _): texts(of: inner)
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      texts(of: left).union(texts(of: right))
    case .call(_, let arguments):
      arguments.reduce(into: []) { $0.formUnion(texts(of: $1)) }
    }
  }
}
