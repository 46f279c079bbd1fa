/// What there is to know of a function of conditions.
package struct FunctionEntry: Sendable {
  /// How it is written, with words for what stands in its parentheses.
  package let form: String
  package let meaning: String
  package let example: String
  /// What the example gives, for the answers that `FunctionEntryTests` has; nil where it is about
  /// all units.
  package let value: String?

  init(_ form: String, _ meaning: String, _ example: String, gives value: String? = nil) {
    self.form = form
    self.meaning = meaning
    self.example = example
    self.value = value
  }
}
