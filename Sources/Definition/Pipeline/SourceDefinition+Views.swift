import Questionnaire

/// What else a source is.
extension SourceDefinition {
  /// Of a source in which each item gets columns of its own.
  package var columnsOfItems: LongItems? { items.flatMap { $0.repeatName == nil ? $0 : nil } }

  /// The repeat whose instances its records are; nil where they are submissions alone.
  package var instances: Repetition? { repetition ?? asInstances?.repetition }

  /// Of a source whose records are instances of what they have in common: the same as the source of these
  /// instances, beside that of their submissions. Nil for any other.
  package var asInstances: SourceDefinition? {
    guard let items, let name = items.repeatName else { return nil }
    var copy = self
    copy.repetition = Repetition(name, ofItems: items, in: pattern)
    copy.fixed = []
    return copy
  }

  /// The same source, whose records all answer which version of the form they are of.
  func answering(
    _ question: Int, with version: FormVersion, among versions: [FormVersion]
  ) -> SourceDefinition {
    guard repetition == nil, let code = Questionnaire.code(of: version, among: versions) else {
      return self
    }
    var copy = self
    copy.fixed.append(FixedAnswer(question: question, value: .choice(code)))
    return copy
  }
}
