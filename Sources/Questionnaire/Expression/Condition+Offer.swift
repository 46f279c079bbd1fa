extension Condition {
  /// When a unit can be one of those for whom the condition holds, by the choices that it must have
  /// made, or must not: who was not offered one of them is none. Nil where anybody can, as far as can be told.
  ///
  /// - Parameter offer: When a unit is offered a choice of a variable, by its index and the code; nil
  ///   where everybody is.
  package func offer(_ offer: (Int, Int) -> Condition?) -> Condition? {
    Self.offer(root, offer)
  }

  /// The choices that must not be made for the condition to hold, or may have to.
  package var unchosen: [(variable: Int, code: Int)] { Self.unchosen(root, denied: false) }

  private static func unchosen(_ node: Node, denied: Bool) -> [(variable: Int, code: Int)] {
    switch node {
    case .isCode(let variable, let code, let expected):
      expected == denied ? [(variable, code)] : []
    case .isSelected(let variable, let code): denied ? [(variable, code)] : []
    case .not(let inner): unchosen(inner, denied: !denied)
    case .and(let left, let right), .or(let left, let right):
      unchosen(left, denied: denied) + unchosen(right, denied: denied)
    // A truth as a value may be wanted either way.
    case .compare(_, let left, let right), .arithmetic(_, let left, let right):
      [left, right].flatMap { unchosen($0, denied: false) + unchosen($0, denied: true) }
    case .call(_, let operands):
      operands.flatMap { unchosen($0, denied: false) + unchosen($0, denied: true) }
    case .days(let inner), .matches(let inner, _):
      unchosen(inner, denied: false) + unchosen(inner, denied: true)
    case .constant, .figure, .code, .choices, .countSelected, .isRanked, .isAnswered, .text,
      .dayOfReceipt:
      []
    }
  }

  /// - Parameter denied: Whether the node must not hold.
  private static func offer(
    _ node: Node, denied: Bool = false, _ offer: (Int, Int) -> Condition?
  ) -> Condition? {
    switch node {
    case .isCode(let variable, let code, expected: _), .isSelected(let variable, let code):
      return offer(variable, code)
    case .not(let inner): return Self.offer(inner, denied: !denied, offer)
    case .and(let left, let right), .or(let left, let right):
      let offers = [left, right].map { Self.offer($0, denied: denied, offer) }
      // That an `or` does not hold says that neither of its parts does.
      let needsBoth = if case .and = node { !denied } else { denied }
      let found = offers.compactMap(\.self)
      guard needsBoth else { return found.count == 2 ? any(of: found) : nil }
      return found.dropFirst().reduce(found.first) { first, second in
        first.map { Condition(root: .and($0.root, second.root), sets: $0.sets) }
      }
    case .constant, .figure, .code, .choices, .countSelected, .isRanked, .isAnswered, .text, .days,
      .matches, .call, .compare, .arithmetic, .dayOfReceipt:
      return nil
    }
  }
}
