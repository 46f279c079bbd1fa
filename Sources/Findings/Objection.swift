/// What a rule has to say of one thing, wherever that stands: a record, an answer, a line, a file.
///
/// Each rule has a function that makes one, in an extension of this type in a file of the rule's
/// name in the stage that reports it.
package struct Objection: Sendable, Equatable {
  package let rule: Rule
  package let severity: Severity
  package let message: String
  package let suggestion: String

  /// - Parameters:
  ///   - severity: Where it is not that of the rule.
  ///   - suggestion: Where the catalogue has none for all findings of the rule.
  package init(
    _ rule: Rule, _ message: String, severity: Severity? = nil, suggestion: String? = nil
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.message = message
    self.suggestion = suggestion ?? rule.entry.suggestion ?? ""
  }
}
