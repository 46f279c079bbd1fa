import Basics
package import Questionnaire

/// The message of a rule with its places for values: `joined ${days} days before ${received}`.
package struct RuleMessage: Sendable {
  private enum Part: Sendable {
    case text(String)
    case value(Condition)
  }

  private let parts: [Part]

  /// - Parameter bind: Resolves the name in a placeholder.
  init(
    _ text: String, bind: (String) throws(RunError) -> Condition
  ) throws(RunError) {
    var parts: [Part] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "${"),
      let end = rest[start.upperBound...].firstIndex(of: "}")
    {
      parts.append(.text(String(rest[..<start.lowerBound])))
      let name = String(rest[start.upperBound..<end])
      parts.append(.value(try bind(name)))
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
    parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let value): value.text(for: answers)
      }
    }.joined()
  }
}
