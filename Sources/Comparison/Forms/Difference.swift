/// What became of a question or choice from one round to the next.
///
/// `questionnaire.csv` and `changes.csv` give all that apply, with blanks between them; `same`
/// stands alone.
enum Difference: String, CaseIterable {
  case same
  /// Asked in other words, and declared to mean the same.
  case reworded
  /// Other choices, other names of them or another order; numbers in another unit.
  case recoded
  /// Another type of answer.
  case retyped
  /// Asked under another condition, or offered under another one.
  case moved
  case added
  case dropped

  static func text(_ differences: [Difference]) -> String {
    differences.isEmpty ? same.rawValue : differences.map(\.rawValue).joined(separator: " ")
  }
}
