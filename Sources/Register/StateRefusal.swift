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
  /// The nearest States with their codes, best first; never none.
  package let suggestions: [String]
}
