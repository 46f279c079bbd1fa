extension Condition {
  /// What a condition asks of the answers.
  package enum Asked {
    /// Whether there is an answer to a variable, by its index.
    case whether(Int)
    case what(Int)
    /// Whether it is a choice.
    case choice(Int, of: Int)
    /// The same two, where what was not answered or offered is a blank and no question.
    case whetherWhat(Int)
    case whetherChoice(Int, of: Int)
    /// What a blank that was worked out is, as where a form does not calculate a value.
    case blank
  }

  /// Whether the condition holds, whatever the unclear answers may be; nil where that depends on one of
  /// them.
  package func truth(for answers: some AnswerSource) -> Bool? {
    // No reference to the method, which would take a copy of the answers along.
    guard variables.contains(where: { answers.isPartlyUnclear($0) }) else {
      return isTrue(for: answers)
    }
    return truth(for: answers) { asked in
      switch asked {
      case .whether(let variable): answers.isUnclear(variable)
      case .what(let variable), .whetherWhat(let variable): answers.isPartlyUnclear(variable)
      case .choice(let code, let variable), .whetherChoice(let code, let variable):
        answers.isUnclear(code, of: variable)
      case .blank: false
      }
    }
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
    let openness = Openness(answers: answers)
    return openness.truth(of: resolved(by: openness, isOpen), isOpen)
  }

  /// The same by what is known of its parts, which no `and`, `or` or `not` joins.
  package func truth(_ known: (Condition) -> Bool?) -> Bool? {
    Self.truth(of: root) { known(Condition(root: $0, sets: sets)) }
  }

  /// Whether it is about the tick of one choice and nothing else.
  package func isTick(of code: Int, in variable: Int) -> Bool {
    if case .isSelected(variable, code) = root { true } else { false }
  }

  static func truth(of node: Node, _ known: (Node) -> Bool?) -> Bool? {
    switch node {
    case .not(let inner): return truth(of: inner, known).map { !$0 }
    case .and(let left, let right): return both(left, right, decidedBy: false, known: known)
    case .or(let left, let right): return both(left, right, decidedBy: true, known: known)
    case .constant, .code, .text, .choices, .dayOfReceipt, .compare, .isCode, .isSelected,
      .isRanked, .countSelected, .isAnswered, .arithmetic, .days, .call, .matches, .figure:
      return known(node)
    }
  }

  private static func both(
    _ left: Node, _ right: Node, decidedBy deciding: Bool, known: (Node) -> Bool?
  ) -> Bool? {
    let first = truth(of: left, known)
    if first == deciding { return deciding }
    let second = truth(of: right, known)
    if second == deciding { return deciding }
    return first == nil || second == nil ? nil : !deciding
  }
}

extension Condition.Asked {
  /// Nil of a blank that was worked out.
  package var variable: Int? {
    switch self {
    case .whether(let variable), .what(let variable), .choice(_, let variable),
      .whetherWhat(let variable), .whetherChoice(_, let variable):
      variable
    case .blank: nil
    }
  }
}
