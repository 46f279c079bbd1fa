extension Condition {
  /// Whether the condition holds, whatever the unclear answers may be; nil where that depends on one of
  /// them.
  package func truth(for answers: some AnswerSource) -> Bool? {
    guard variables.contains(where: answers.isUnclear) else { return isTrue(for: answers) }
    return truth(for: answers) { variable, _ in answers.isUnclear(variable) }
  }

  /// Whether the condition holds, whatever the answers to open variables are; nil where that depends
  /// on one of them.
  ///
  /// The logic is Kleene's of three values: what is false decides an `and`, what is true an `or`.
  ///
  /// - Parameter isOpen: Whether a variable's answer is not known; `whether` says that the condition
  ///   asks only whether there is one.
  package func truth(
    for answers: some AnswerSource, isOpen: (_ variable: Int, _ whether: Bool) -> Bool
  ) -> Bool? {
    truth { part in
      let isUndecided = part.uses.contains { variable, uses in
        isOpen(variable, uses.allSatisfy { $0 == .isAnswered })
      }
      return isUndecided ? nil : part.isTrue(for: answers)
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
}
