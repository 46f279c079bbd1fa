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
      if case .constant = node { false } else { isNothing(node) || isEndless(node) }
    }
  }

  private func anyOpen(_ nodes: [Node], _ isOpen: IsOpen) -> Bool {
    nodes.contains { self.isOpen($0, isOpen) }
  }

  private func isNothing(_ node: Node) -> Bool {
    Condition.evaluate(node, answers).text.isEmpty
  }

  /// Whether something is no number where one is needed, as what was divided by nought.
  private func isEndless(_ node: Node) -> Bool {
    Condition.evaluate(node, answers).isEndless
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

extension Openness {
  /// What answers could make of a node that are open only since they are unclear: true, false, or either.
  ///
  /// - Parameter isUnclear: Whether the answer to a variable is unclear.
  func possible(
    _ node: Node, isUnclear: (Int) -> Bool, _ isOpen: IsOpen
  ) -> (canHold: Bool, canFail: Bool) {
    func possible(_ node: Node) -> (canHold: Bool, canFail: Bool) {
      self.possible(node, isUnclear: isUnclear, isOpen)
    }
    switch node {
    case .not(let inner):
      let inner = possible(inner)
      return (inner.canFail, inner.canHold)
    case .and(let left, let right):
      let (left, right) = (possible(left), possible(right))
      return (left.canHold && right.canHold, left.canFail || right.canFail)
    case .or(let left, let right):
      let (left, right) = (possible(left), possible(right))
      return (left.canHold || right.canHold, left.canFail && right.canFail)
    case .constant, .code, .text, .choices, .dayOfReceipt, .compare, .isCode, .isSelected,
      .isRanked, .countSelected, .isAnswered, .arithmetic, .days, .call, .matches, .figure:
      let missing = missing(node, isOpen)
      if !missing.isEmpty {
        let either = missing.allSatisfy(isUnclear)
        return (either, either)
      }
      let truth = truth(of: node, isOpen)
      return (truth == true, truth == false)
    }
  }

  /// The variables on which it depends what an open node comes to, and whose answers are open: not those
  /// of a branch that is not taken, of a part that is decided, or behind the first value of `coalesce()`.
  func missing(_ node: Node, _ isOpen: IsOpen) -> Set<Int> {
    func missing(_ nodes: [Node]) -> Set<Int> {
      nodes.reduce(into: []) { $0.formUnion(self.missing($1, isOpen)) }
    }
    func asked(_ question: Condition.Asked) -> Set<Int> {
      isOpen(question) ? Set([question.variable].compactMap(\.self)) : []
    }
    switch node {
    case .constant, .dayOfReceipt, .figure: return []
    case .code(let variable, names: _), .text(let variable), .choices(let variable):
      return asked(.what(variable.index))
    case .countSelected(let variable, options: _), .isRanked(let variable, code: _, rank: _, _):
      return asked(.what(variable))
    case .isCode(let variable, let code, expected: _), .isSelected(let variable, let code):
      return asked(.choice(code, of: variable))
    case .isAnswered(let variable, expected: _): return asked(.whether(variable.index))
    case .not(let inner), .days(let inner), .matches(let inner, _): return missing([inner])
    case .and(let left, let right), .or(let left, let right):
      return truth(of: node, isOpen) == nil ? missing([left, right]) : []
    case .compare(_, let left, .constant(let value)) where value.isBlank:
      return missingWhether(left, isOpen)
    case .compare(_, .constant(let value), let right) where value.isBlank:
      return missingWhether(right, isOpen)
    case .compare(_, let left, let right), .arithmetic(_, let left, let right):
      return missing([left, right])
    case .call(.if, let operands):
      guard let truth = truth(of: operands[0], isOpen) else { return missing([operands[0]]) }
      return missing([operands[truth ? 1 : 2]])
    case .call(.coalesce, let operands):
      var found: Set<Int> = []
      for operand in operands {
        let unknown = missingWhether(operand, isOpen)
        if !unknown.isEmpty { return found.union(unknown) }
        if !isNothing(operand) { return [] }
        found.formUnion(missing([operand]))
      }
      return found
    case .call(_, let operands): return missing(operands)
    }
  }

  private func missingWhether(_ node: Node, _ isOpen: IsOpen) -> Set<Int> {
    missing(node) { asked in
      guard let variable = asked.variable else { return false }
      return isOpen(.whether(variable))
    }
  }
}

extension Condition {
  /// The variables on which it depends whether it holds, or what it comes to, and whose answers are open.
  package func missing(for answers: some AnswerSource, isOpen: (Asked) -> Bool) -> Set<Int> {
    Openness(answers: answers).missing(root, isOpen)
  }

  /// Whether unclear answers, were they known, could make it hold. What else is open makes nothing true.
  package func canHold(for answers: some AnswerSource, isOpen: (Asked) -> Bool) -> Bool {
    Openness(answers: answers).possible(root, isUnclear: answers.isUnclear, isOpen).canHold
  }
}
