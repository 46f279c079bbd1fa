@testable import Questionnaire

/// The condition language: any text is a condition or is refused at a character of it.
struct ExpressionTarget {
  /// Answers without end: every question has one, taken from the text itself.
  private struct Answers: AnswerSource {
    let text: String

    func code(of variable: Int) -> Int? { text.isEmpty ? nil : 1 }
    func isUnclear(_ variable: Int) -> Bool { false }
    func code(rankedAt rank: Int, of variable: Int) -> Int? {
      rank == text.utf8.count % 3 ? 2 : nil
    }
    func isSelected(_ code: Int, of variable: Int) -> Bool { code == text.utf8.count % 3 }
    func text(of variable: Int) -> String { text }
  }

  private static let options = ["yes", "no", "3"]
  private static let kinds: [(name: String, kind: Variable.Kind)] = [
    ("one", .code(options)), ("many", .codes(options)), ("number", .number), ("date", .date),
    ("text", .text), ("rank", .ranking(options)),
  ]

  private static func variable(_ name: String) -> Variable? {
    kinds.firstIndex { $0.name == name }.map { Variable(index: $0, kind: kinds[$0].kind) }
  }

  func run(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let current = Self.variable(input.choice(of: Self.kinds.map(\.name) + [""]))
    guard let text = input.text else { return }
    do throws(Expression.SyntaxError) {
      let expression = try Expression(parsing: text)
      bind(expression, current, text)
    } catch {
      check(
        (1...(text.count + 1)).contains(error.column) && !error.message.isEmpty,
        "no such character: \(error)")
    }
  }

  private func bind(_ expression: Expression, _ current: Variable?, _ text: String) {
    do throws(Expression.BindingError) {
      let names = Self.kinds.map(\.name)
      let condition = try expression.bound(
        within: Expression.Scope(
          names: names, knowsTexts: true, knowsReceipt: true, unit: (Self.variable, names),
          variable: Self.variable),
        current: current)
      let opposite = Condition(root: .not(condition.root))
      for answer in ["", "0", "-0.5", "2005-07-29", "yes", text] {
        let answers = Answers(text: answer)
        _ = condition.text(for: answers)
        check(
          condition.holds(for: answers) != opposite.holds(for: answers), "not() is no opposite")
      }
    } catch {
      check(!error.message.isEmpty, "a refusal without a reason")
    }
  }
}
