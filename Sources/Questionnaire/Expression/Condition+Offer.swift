extension Condition {
  /// When a unit can be one of those for whom the condition holds, by the choices that it must have
  /// made: who was not offered one of them is none. Nil where anybody can, as far as can be told.
  ///
  /// - Parameter offer: When a unit is offered a choice of a variable, by its index and the code; nil
  ///   where everybody is.
  package func offer(_ offer: (Int, Int) -> Condition?) -> Condition? {
    Self.offer(root, offer)
  }

  private static func offer(
    _ node: Node, _ offer: (Int, Int) -> Condition?
  ) -> Condition? {
    switch node {
    case .isCode(let variable, let code, expected: true), .isSelected(let variable, let code):
      return offer(variable, code)
    case .and(let left, let right):
      let both = [Self.offer(left, offer), Self.offer(right, offer)].compactMap(\.self)
      return both.dropFirst().reduce(both.first) { first, second in
        first.map { Condition(root: .and($0.root, second.root), sets: $0.sets) }
      }
    case .or(let left, let right):
      guard let left = Self.offer(left, offer), let right = Self.offer(right, offer) else {
        return nil
      }
      return any(of: [left, right])
    case .constant, .figure, .code, .isCode, .choices, .countSelected, .isRanked, .isAnswered,
      .text,
      .not, .days, .matches, .call, .compare, .arithmetic, .dayOfReceipt:
      return nil
    }
  }
}
