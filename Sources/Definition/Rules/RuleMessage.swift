import Basics
package import Questionnaire

/// The message of a rule with its gaps for values: `joined ${days} days before ${received}`.
package struct RuleMessage: Sendable {
  private enum Part: Sendable {
    case text(String)
    case value(Condition)
    /// The unit with the same values, of which the message is one.
    case otherUnit
  }

  private let parts: [Part]

  /// - Parameters:
  ///   - otherUnit: The name that stands for the other unit; nil where there is none.
  ///   - bind: Resolves any other name in a placeholder.
  init(
    _ text: String, otherUnit: String?, bind: (String) throws(RunError) -> Condition
  ) throws(RunError) {
    var parts: [Part] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "${"),
      let end = rest[start.upperBound...].firstIndex(of: "}")
    {
      parts.append(.text(String(rest[..<start.lowerBound])))
      let name = String(rest[start.upperBound..<end])
      parts.append(name == otherUnit ? .otherUnit : .value(try bind(name)))
      rest = rest[rest.index(after: end)...]
    }
    parts.append(.text(String(rest)))
    self.parts = parts
  }

  /// The values that the message prints.
  package var values: [Condition] {
    parts.compactMap { part in
      if case .value(let value) = part { value } else { nil }
    }
  }

  package func filled(_ answers: some AnswerSource) -> String {
    pieces(answers).joined()
  }

  /// The message cut where the other unit is to be named: what joins the pieces. One piece where the
  /// message does not name it.
  package func pieces(_ answers: some AnswerSource) -> [String] {
    var pieces = [""]
    for part in parts {
      switch part {
      case .text(let text): pieces[pieces.count - 1] += text
      case .value(let value): pieces[pieces.count - 1] += value.text(for: answers)
      case .otherUnit: pieces.append("")
      }
    }
    return pieces
  }
}
