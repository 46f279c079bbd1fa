extension Condition {
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
    truth(of: root, answers, isOpen)
  }

  /// The variables that the condition is about, by their index, each once.
  package var variables: [Int] { uses.keys.sorted() }

  private func truth(
    of node: Node, _ answers: some AnswerSource, _ isOpen: (Int, Bool) -> Bool
  ) -> Bool? {
    switch node {
    case .not(let inner): return truth(of: inner, answers, isOpen).map { !$0 }
    case .and(let left, let right): return both(left, right, decidedBy: false, of: answers, isOpen)
    case .or(let left, let right): return both(left, right, decidedBy: true, of: answers, isOpen)
    case .constant, .code, .text, .choices, .compare, .isCode, .isSelected, .isRanked,
      .countSelected, .isAnswered, .arithmetic, .days, .call, .matches, .figure:
      let condition = Condition(root: node, sets: sets)
      let isUndecided = condition.uses.contains { variable, uses in
        isOpen(variable, uses.allSatisfy { $0 == .isAnswered })
      }
      return isUndecided ? nil : condition.holds(for: answers)
    }
  }

  private func both(
    _ left: Node, _ right: Node, decidedBy deciding: Bool, of answers: some AnswerSource,
    _ isOpen: (Int, Bool) -> Bool
  ) -> Bool? {
    let first = truth(of: left, answers, isOpen)
    if first == deciding { return deciding }
    let second = truth(of: right, answers, isOpen)
    if second == deciding { return deciding }
    return first == nil || second == nil ? nil : !deciding
  }
}
