import Basics

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
  /// What the headings of such have in the middle.
  package var middles: [String] = []
  /// What the headings of such begin with.
  package var beginnings: [String] = []
  /// Whether a column that is called so may as well be a question.
  package var mayBeQuestions = false
  /// What marks trial runs of the form.
  package var tests: Tests?

  /// Those that are known by their whole heading.
  package var all: [String] { unit + received + others }

  /// Whether one with such a heading or label is what the tool notes, and no answer.
  package func contain(_ heading: String, _ label: String) -> Bool {
    guard !mayBeQuestions else { return false }
    let keys = [TextKey(heading), TextKey(label)].filter { !$0.isEmpty }
    return all.contains {
      keys.contains(TextKey($0))
    }
      || (endings + [receivedEnding].compactMap { $0 }).contains { heading.hasSuffix($0) }
      || middles.contains { heading.dropFirst().dropLast().contains($0) }
      || beginnings.contains { heading.hasPrefix($0) }
  }

  /// Numbers that a tool or a table gave: what a draft does not ask, though nobody knows the tool.
  package var numbers: [String] = []

  /// Whether one is headed as such a number.
  package func isNumber(_ heading: String) -> Bool {
    numbers.contains { TextKey($0) == TextKey(heading) }
  }

  package struct Tests: Sendable {
    /// What the column is called, by heading or label.
    package let columns: [String]
    package let values: [String]
  }
}
