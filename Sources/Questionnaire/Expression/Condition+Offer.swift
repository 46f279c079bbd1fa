/// Choices of one variable that a condition asks for: whether one of them was made, or none. Whoever was
/// offered one of them could answer.
package struct ChoiceGroup: Equatable, Sendable {
  package let variable: Int
  package fileprivate(set) var codes: [Int]
  /// Whether one is to be made; otherwise none, or either may do.
  package let isWanted: Bool
  fileprivate var standing: Standing

  /// Where it stands, which says what may join it.
  fileprivate enum Standing {
    case alone
    /// One of several parts of which all must hold.
    case amongAll
    /// One of several parts of which any must hold.
    case amongAny
    case closed

    func joined(_ isAll: Bool) -> Standing {
      switch self {
      case .alone: isAll ? .amongAll : .amongAny
      case .amongAll: isAll ? self : .closed
      case .amongAny: isAll ? .closed : self
      case .closed: .closed
      }
    }
  }

  /// The same where either may do.
  fileprivate init(eitherOf group: ChoiceGroup) {
    (variable, codes, isWanted, standing) = (group.variable, group.codes, false, .closed)
  }

  fileprivate init(
    _ variable: Int, _ code: Int, isWanted: Bool, standing: Standing = .alone
  ) {
    (self.variable, codes, self.isWanted, self.standing) = (variable, [code], isWanted, standing)
  }
}

extension Condition {
  /// The choices that it asks for. "This or that" is one group, and so is "neither this nor that".
  package var choices: [ChoiceGroup] { Self.choices(in: root, denied: false) }

  /// Whether it asks for one of several choices of one variable, and for nothing else.
  package var isOneOfChoices: Bool {
    Self.asksForChoices(root) && choices.count == 1
  }

  private static func asksForChoices(_ node: Node) -> Bool {
    switch node {
    case .isCode(variable: _, code: _, let expected): expected
    case .isSelected: true
    case .or(let left, let right): asksForChoices(left) && asksForChoices(right)
    case .constant, .figure, .code, .choices, .countSelected, .isRanked, .isAnswered, .text, .not,
      .and, .days, .matches, .call, .compare, .arithmetic, .dayOfReceipt:
      false
    }
  }

  /// - Parameter denied: Whether the node must not hold.
  private static func choices(in node: Node, denied: Bool) -> [ChoiceGroup] {
    switch node {
    case .isCode(let variable, let code, let expected):
      return [ChoiceGroup(variable, code, isWanted: expected != denied)]
    case .isSelected(let variable, let code):
      return [ChoiceGroup(variable, code, isWanted: !denied)]
    case .not(let inner): return choices(in: inner, denied: !denied)
    case .and(let left, let right):
      return joined(choices(in: left, denied: denied) + choices(in: right, denied: denied), !denied)
    case .or(let left, let right):
      return joined(choices(in: left, denied: denied) + choices(in: right, denied: denied), denied)
    case .compare(_, let left, let right), .arithmetic(_, let left, let right):
      return choicesOfValues([left, right])
    case .call(_, let operands): return choicesOfValues(operands)
    case .days(let inner), .matches(let inner, _): return choicesOfValues([inner])
    case .constant, .figure, .code, .choices, .countSelected, .isRanked, .isAnswered, .text,
      .dayOfReceipt:
      return []
    }
  }

  /// Of truths that stand for values, such as that of `if()`: either may do.
  private static func choicesOfValues(_ nodes: [Node]) -> [ChoiceGroup] {
    nodes.flatMap { choices(in: $0, denied: false) }.map { ChoiceGroup(eitherOf: $0) }
  }

  /// Groups that are joined by `and` or `or`: those of one variable that may be taken together are.
  private static func joined(_ groups: [ChoiceGroup], _ isAll: Bool) -> [ChoiceGroup] {
    var joined: [ChoiceGroup] = []
    for var group in groups {
      group.standing = group.standing.joined(isAll)
      // All of what is not wanted, or any of what is.
      let index = joined.firstIndex { other in
        other.variable == group.variable && other.isWanted == group.isWanted
          && other.isWanted != isAll && other.standing == group.standing
          && group.standing != .closed
      }
      if let index { joined[index].codes += group.codes } else { joined.append(group) }
    }
    return joined
  }

  /// When a unit is offered what the condition asks for: one of each group of choices. Nil where
  /// everybody is.
  ///
  /// - Parameter offer: When a unit is offered one of some choices of a variable, by its index and the
  ///   codes; nil where everybody is.
  package func offer(_ offer: (Int, [Int]) -> Condition?) -> Condition? {
    let offers = choices.compactMap { offer($0.variable, $0.codes) }
    return offers.dropFirst().reduce(offers.first) { first, second in
      first.map { Condition(root: .and($0.root, second.root), sets: $0.sets) }
    }
  }
}
