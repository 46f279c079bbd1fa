/// A condition that asks for choices alone, so that it can be answered by the letters of a submission file.
package indirect enum ChoiceTest: Sendable {
  /// Whether the one choice of a variable is that of a code, or is not.
  case isCode(variable: Int, code: Int, expected: Bool)
  /// Whether a choice is among those that were ticked.
  case isSelected(variable: Int, code: Int)
  case not(ChoiceTest)
  case and(ChoiceTest, ChoiceTest)
  case or(ChoiceTest, ChoiceTest)
}

extension Condition {
  /// The condition as a test of choices; nil where it asks for anything else.
  package var choiceTest: ChoiceTest? { Self.choiceTest(root) }

  private static func choiceTest(_ node: Node) -> ChoiceTest? {
    switch node {
    case .isCode(let variable, let code, let expected):
      return .isCode(variable: variable, code: code, expected: expected)
    case .isSelected(let variable, let code):
      return .isSelected(variable: variable, code: code)
    case .not(let inner): return choiceTest(inner).map { .not($0) }
    case .and(let left, let right):
      guard let left = choiceTest(left), let right = choiceTest(right) else { return nil }
      return .and(left, right)
    case .or(let left, let right):
      guard let left = choiceTest(left), let right = choiceTest(right) else { return nil }
      return .or(left, right)
    case .constant, .code, .text, .choices, .dayOfReceipt, .compare, .isRanked, .countSelected,
      .isAnswered, .arithmetic, .days, .call, .matches, .figure:
      return nil
    }
  }
}
