/// The columns that a tool writes besides the answers, by heading or label.
package struct MetadataColumns: Sendable {
  /// Those that tell the respondent, best first.
  package var unit: [String] = []
  /// Those that tell the day of receipt, best first.
  package var received: [String] = []
  /// What the heading of one that tells the day of receipt ends in.
  package var receivedEnding: String?
  /// Others that hold no answers.
  package var others: [String] = []
  /// What the headings of such end in.
  package var endings: [String] = []
  /// Whether a column that is called so may as well be a question.
  package var mayBeQuestions = false
  /// What marks trial runs of the form.
  package var tests: Tests?

  package struct Tests: Sendable {
    package let column: String
    package let values: [String]
  }
}
