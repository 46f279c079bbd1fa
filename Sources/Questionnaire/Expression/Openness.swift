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
    case .call(.coalesce, let operands): return operands.allSatisfy { self.isOpen($0, isOpen) }
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

  /// The same where it is asked whether there is an answer, and no more.
  private func isOpenWhether(_ node: Node, _ isOpen: IsOpen) -> Bool {
    self.isOpen(node) { Self.isOpenWhether($0, isOpen) }
  }

  /// What is open where a blank is known to be one.
  private static func isOpenWhether(_ asked: Condition.Asked, _ isOpen: IsOpen) -> Bool {
    switch asked {
    case .whether(let variable): isOpen(.whether(variable))
    case .what(let variable), .whetherWhat(let variable): isOpen(.whetherWhat(variable))
    case .choice(let code, let variable), .whetherChoice(let code, let variable):
      isOpen(.whetherChoice(code, of: variable))
    case .blank: false
    }
  }
}

extension Openness {
  /// The node with the value that counts in place of each `coalesce()`: the first that is no blank, and a
  /// value that is missing, since something that it is made of is, is one. Where an unclear answer leaves
  /// open whether there is a value, that one stands for all; where all are missing, they stay.
  func resolved(_ node: Node, _ isOpen: IsOpen) -> Node {
    func resolved(_ node: Node) -> Node { self.resolved(node, isOpen) }
    switch node {
    case .constant, .code, .text, .choices, .dayOfReceipt, .isCode, .isSelected, .isRanked,
      .countSelected, .isAnswered, .figure:
      return node
    case .not(let inner): return .not(resolved(inner))
    case .days(let inner): return .days(resolved(inner))
    case .matches(let inner, let pattern): return .matches(resolved(inner), pattern)
    case .and(let left, let right): return .and(resolved(left), resolved(right))
    case .or(let left, let right): return .or(resolved(left), resolved(right))
    case .compare(let comparison, let left, let right):
      let (left, right) = (resolved(left), resolved(right))
      for (blank, inner) in [(left, right), (right, left)] {
        // What is made of a missing answer is a blank, whatever comes of it elsewhere.
        guard comparison == .equal || comparison == .notEqual, case .constant(let value) = blank,
          value.isBlank, !isOpenWhether(inner, isOpen), self.isOpen(inner, isOpen)
        else { continue }
        return .constant(.boolean(comparison == .equal))
      }
      return .compare(comparison, left, right)
    case .arithmetic(let sign, let left, let right):
      return .arithmetic(sign, resolved(left), resolved(right))
    case .call(.coalesce, let operands):
      var missing: [Node] = []
      for operand in operands {
        let operand = resolved(operand)
        if isOpenWhether(operand, isOpen) { return operand }
        if self.isOpen(operand, isOpen) {
          missing.append(operand)
        } else if !isNothing(operand) {
          return operand
        }
      }
      return missing.isEmpty ? .constant(.text("")) : .call(.coalesce, missing)
    case .call(let function, let operands): return .call(function, operands.map(resolved))
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

  /// The variables on which it depends what an open node that was resolved comes to, and whose answers are
  /// open: not those of a branch that is not taken, or of a part that is decided.
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
    case .call(_, let operands): return missing(operands)
    }
  }

  private func missingWhether(_ node: Node, _ isOpen: IsOpen) -> Set<Int> {
    missing(node) { Self.isOpenWhether($0, isOpen) }
  }
}

extension Condition {
  /// Its root as it counts for some answers.
  func resolved<Answers>(by openness: Openness<Answers>, _ isOpen: (Asked) -> Bool) -> Node {
    asksForBlanks ? openness.resolved(root, isOpen) : root
  }

  /// The variables on which it depends whether it holds, or what it comes to, and whose answers are open.
  package func missing(for answers: some AnswerSource, isOpen: (Asked) -> Bool) -> Set<Int> {
    let openness = Openness(answers: answers)
    return openness.missing(resolved(by: openness, isOpen), isOpen)
  }

  /// Whether unclear answers, were they known, could make it hold. What else is open makes nothing true.
  package func canHold(for answers: some AnswerSource, isOpen: (Asked) -> Bool) -> Bool {
    let openness = Openness(answers: answers)
    return openness.possible(
      resolved(by: openness, isOpen), isUnclear: answers.isPartlyUnclear, isOpen
    ).canHold
  }
}
