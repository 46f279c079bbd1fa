/// Why a text is taken for no State, and what it may have meant.
package struct StateRefusal: Sendable, Equatable {
  package enum Rule: String, Sendable, CaseIterable {
    /// No name, or no code, of any State.
    case unknown = "unknown-unit"
    /// More than one State is called so.
    case ambiguous = "ambiguous-unit"
    /// A State that was no Member State yet.
    case notYet = "state-not-yet"
    /// A State that was no Member State any more.
    case noLonger = "state-no-longer"
    /// An organization, which replies for no State, or a State that is never a Member State.
    case noMember = "no-state"
  }

  package let rule: Rule
  package let reason: String
  /// The nearest States with their codes, best first; none where it is known who is meant.
  package let suggestions: [String]
  /// The code of who is meant, and is no unit of the day; nil where it is not known.
  package let code: String?

  init(rule: Rule, reason: String, suggestions: [String]) {
    self.rule = rule
    self.reason = reason
    self.suggestions = suggestions
    code = nil
  }

  init(rule: Rule, reason: String, code: String) {
    self.rule = rule
    self.reason = reason
    suggestions = []
    self.code = code
  }
}
