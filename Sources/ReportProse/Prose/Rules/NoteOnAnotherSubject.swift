import Findings

extension Objection {
  /// - Parameters:
  ///   - there: What the note speaks of.
  ///   - here: What the sentence speaks of that refers to it.
  static func noteOnAnotherSubject(
    _ number: Int, there: Set<String>, here: Set<String>
  ) -> Objection {
    Objection(
      .noteOnAnotherSubject,
      "note \(number) speaks of \(there.sorted().joined(separator: ", ")), and this sentence of "
        + here.sorted().joined(separator: ", "))
  }
}
