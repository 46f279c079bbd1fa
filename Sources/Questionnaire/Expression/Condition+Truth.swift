extension Condition {
  /// What a condition asks of the answer to a variable, by its index.
  package enum Asked {
    /// Whether there is one.
    case whether(Int)
    case what(Int)
    /// Whether it is a choice.
    case choice(Int, of: Int)
  }

  /// Whether the condition holds, whatever the unclear answers may be; nil where that depends on one of
  /// them.
  package func truth(for answers: some AnswerSource) -> Bool? {
    guard variables.contains(where: answers.isUnclear) else { return isTrue(for: answers) }
    return truth(for: answers) { answers.isUnclear($0.variable) }
  }

  /// Whether the condition holds, whatever the answers that are open; nil where that depends on one of
  /// them.
  ///
  /// The logic is Kleene's of three values: what is false decides an `and`, what is true an `or`.
  ///
  /// - Parameter isOpen: Whether what the condition asks for is not known.
  package func truth(
    for answers: some AnswerSource, isOpen: (Asked) -> Bool
  ) -> Bool? {
    truth { part in
      part.isOpen(part.root, for: answers, isOpen) ? nil : part.isTrue(for: answers)
    }
  }

  /// The same by what is known of its parts, which no `and`, `or` or `not` joins.
  package func truth(_ known: (Condition) -> Bool?) -> Bool? { truth(of: root, known) }

  /// Whether it is about the tick of one choice and nothing else.
  package func isTick(of code: Int, in variable: Int) -> Bool {
    if case .isSelected(variable, code) = root { true } else { false }
  }

  private func truth(of node: Node, _ known: (Condition) -> Bool?) -> Bool? {
    switch node {
    case .not(let inner): return truth(of: inner, known).map { !$0 }
    case .and(let left, let right): return both(left, right, decidedBy: false, known: known)
    case .or(let left, let right): return both(left, right, decidedBy: true, known: known)
    case .constant, .code, .text, .choices, .dayOfReceipt, .compare, .isCode, .isSelected,
      .isRanked, .countSelected, .isAnswered, .arithmetic, .days, .call, .matches, .figure:
      return known(Condition(root: node, sets: sets))
    }
  }

  private func both(
    _ left: Node, _ right: Node, decidedBy deciding: Bool, known: (Condition) -> Bool?
  ) -> Bool? {
    let first = truth(of: left, known)
    if first == deciding { return deciding }
    let second = truth(of: right, known)
    if second == deciding { return deciding }
    return first == nil || second == nil ? nil : !deciding
  }

  /// Whether what a part comes to depends on something that is open.
  private func isOpen(
    _ node: Node, for answers: some AnswerSource, _ isOpen: (Asked) -> Bool
  ) -> Bool {
    func holds(_ node: Node) -> Bool? {
      Condition(root: node, sets: sets).truth(for: answers, isOpen: isOpen)
    }
    func anyOpen(_ nodes: [Node]) -> Bool {
      nodes.contains { self.isOpen($0, for: answers, isOpen) }
    }
    switch node {
    case .constant, .dayOfReceipt, .figure: return false
    case .code(let variable, names: _), .text(let variable), .choices(let variable):
      return isOpen(.what(variable.index))
    case .countSelected(let variable, options: _), .isRanked(let variable, code: _, rank: _, _):
      return isOpen(.what(variable))
    case .isCode(let variable, let code, expected: _), .isSelected(let variable, let code):
      return isOpen(.choice(code, of: variable))
    case .isAnswered(let variable, expected: _): return isOpen(.whether(variable.index))
    case .not, .and, .or: return holds(node) == nil
    case .days(let inner), .matches(let inner, _): return anyOpen([inner])
    // Beside a blank it is asked whether there is something.
    case .compare(.equal, let inner, .constant(let value)),
      .compare(.notEqual, let inner, .constant(let value)),
      .compare(.equal, .constant(let value), let inner),
      .compare(.notEqual, .constant(let value), let inner):
      return value.isBlank
        ? self.isOpen(inner, for: answers) { isOpen($0.whether) } : anyOpen([inner])
    case .compare(_, let left, let right), .arithmetic(_, let left, let right):
      return anyOpen([left, right])
    case .call(.if, let operands):
      return holds(operands[0]).map { anyOpen([operands[$0 ? 1 : 2]]) } ?? true
    case .call(let function, let operands):
      guard function.passesOverBlanks else { return anyOpen(operands) }
      return operands.allSatisfy { anyOpen([$0]) }
        || operands.contains { self.isOpen($0, for: answers) { isOpen($0.whether) } }
    }
  }
}

extension Condition.Asked {
  package var variable: Int {
    switch self {
    case .whether(let variable), .what(let variable), .choice(_, let variable): variable
    }
  }

  /// The same, asking whether there is an answer and no more.
  fileprivate var whether: Self { .whether(variable) }
}
