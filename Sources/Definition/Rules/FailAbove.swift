package import Basics
package import Findings
import Questionnaire

/// The shares up to which findings of the program's own rules do not decide the exit status: the key
/// `fail-above` at the top of `rules.yaml`.
///
/// Each is a share of the base that `RuleEntry.Base` names.
package struct FailAbove: Sendable {
  private var shares: [Rule: ExactDecimal] = [:]

  init(_ node: DefinitionNode?) throws(RunError) {
    for (id, item) in try node?.pairs() ?? [] {
      let known = Rule.allCases.filter { $0.base != nil }
      guard let rule = known.first(where: { $0.rawValue == id }) else {
        let names = known.map(\.rawValue)
        throw item.error(
          id: .rule(.unknownRule),
          (Rule(rawValue: id) == nil
            ? "the program has no rule '\(id)'"
            : "the findings of '\(id)' are no share of anything")
            + "; expected \(Suggestion.allowed(names)). A rule of the collection has 'fail-above' of "
            + "its own.\(Suggestion.question(for: id, among: names))")
      }
      shares[rule] = try item.share()
    }
  }

  package subscript(_ rule: Rule) -> ExactDecimal? { shares[rule] }

  /// Whether a share of a base is above that of a rule, or the rule has none.
  package static func isExceeded(
    _ share: ExactDecimal?, by count: Int, of base: Int
  ) -> Bool {
    share.map { Rational(count) * 100 > $0.rational * Rational(base) } ?? true
  }
}

extension DefinitionNode {
  /// A share in per cent: `5 %`.
  func share() throws(RunError) -> ExactDecimal {
    let text = try text()
    let number =
      text.hasSuffix("%") ? ExactDecimal(text.dropLast().filter { !$0.isWhitespace }) : nil
    guard let number, (0...100).contains(number) else {
      throw error(
        id: .yaml(.notAShare), "found '\(text)'; expected a share of the base, such as 5 %")
    }
    return number
  }
}
