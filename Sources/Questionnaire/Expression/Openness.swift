/// What of a condition depends on answers that are not known.
struct Openness<Answers: AnswerSource> {
  typealias Node = Condition.Node
  typealias IsOpen = (Condition.Asked) -> Bool

  let answers: Answers

  func truth(of node: Node, _ isOpen: IsOpen) -> Bool? {
    Condition.truth(of: node) { part in
      self.isOpen(part, isOpen) ? nil : Condition.evaluate(part, answers).isTrue
    }
  }

  /// Whether what a part comes to depends on something that is open.
  func isOpen(_ node: Node, _ isOpen: IsOpen) -> Bool {
    switch node {
    case .constant, .dayOfReceipt, .figure: return false
    case .code(let variable, names: _), .text(let variable), .choices(let variable):
      return isOpen(.what(variable.index))
    case .countSelected(let variable, options: _), .isRanked(let variable, code: _, rank: _, _):
      return isOpen(.what(variable))
    case .isCode(let variable, let code, expected: _), .isSelected(let variable, let code):
      return isOpen(.choice(code, of: variable))
    case .isAnswered(let variable, expected: _): return isOpen(.whether(variable.index))
    case .not, .and, .or: return truth(of: node, isOpen) == nil
    case .days(let inner), .matches(let inner, _): return self.isOpen(inner, isOpen)
    // Beside a blank it is asked whether there is something.
    case .compare(.equal, let inner, .constant(let value)) where value.isBlank,
      .compare(.notEqual, let inner, .constant(let value)) where value.isBlank,
      .compare(.equal, .constant(let value), let inner) where value.isBlank,
      .compare(.notEqual, .constant(let value), let inner) where value.isBlank:
      return isOpenWhether(inner, isOpen)
    case .compare(_, let left, let right):
      return anyOpen([left, right], isOpen) || isOpen(.blank) && anyBlank([left, right])
    case .arithmetic(_, let left, let right): return anyOpen([left, right], isOpen)
    case .call(.if, let operands):
      return truth(of: operands[0], isOpen).map { self.isOpen(operands[$0 ? 1 : 2], isOpen) }
        ?? true
    case .call(.coalesce, let operands): return self.isOpen(firstOf: operands[...], isOpen)
    case .call(_, let operands):
      return anyOpen(operands, isOpen) || isOpen(.blank) && anyBlank(operands)
    }
  }

  /// Whether one of some values was worked out as a blank, or is an answer that has no number; what is
  /// written is meant.
  private func anyBlank(_ nodes: [Node]) -> Bool {
    nodes.contains { node in
      if case .constant = node { false } else { isNothing(node) }
    }
  }

  private func anyOpen(_ nodes: [Node], _ isOpen: IsOpen) -> Bool {
    nodes.contains { self.isOpen($0, isOpen) }
  }

  private func isNothing(_ node: Node) -> Bool {
    Condition.evaluate(node, answers).text.isEmpty
  }

  /// Of the first value that is not blank: the others do not matter.
  private func isOpen(firstOf nodes: ArraySlice<Node>, _ isOpen: IsOpen) -> Bool {
    guard let first = nodes.first else { return true }
    if isOpenWhether(first, isOpen) { return true }
    return nodes.count > 1 && isNothing(first)
      ? self.isOpen(firstOf: nodes.dropFirst(), isOpen) : self.isOpen(first, isOpen)
  }

  /// The same where it is asked whether there is an answer, and no more.
  private func isOpenWhether(_ node: Node, _ isOpen: IsOpen) -> Bool {
    self.isOpen(node) { asked in
      guard let variable = asked.variable else { return false }
      return isOpen(.whether(variable))
    }
  }
}

extension Condition {
  /// The variables of which a blank can leave it open, by their index: not those of which it is asked
  /// whether there is an answer, or for which `coalesce()` has another value.
  package var resting: Set<Int> { Self.resting(root) }

  private static func resting(_ node: Node) -> Set<Int> {
    switch node {
    case .isAnswered: []
    case .compare(_, _, .constant(let value)) where value.isBlank,
      .compare(_, .constant(let value), _) where value.isBlank:
      []
    case .call(.coalesce, let operands): operands.last.map(resting) ?? []
    case .call(_, let operands): operands.reduce(into: []) { $0.formUnion(resting($1)) }
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      resting(left).union(resting(right))
    case .not(let inner), .days(let inner), .matches(let inner, _): resting(inner)
    case .constant, .dayOfReceipt, .figure, .code, .isCode, .isSelected, .choices, .countSelected,
      .isRanked, .text:
      Set(uses(in: node).keys)
    }
  }
}
