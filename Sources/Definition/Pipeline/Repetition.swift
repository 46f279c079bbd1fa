import Basics
import Questionnaire

/// How the records of a source are joined to the submissions of another one: the key `repeat` of a
/// source, whose keys `RepeatKey` declares.
package struct Repetition: Sendable {
  package let name: String
  /// The pattern of the source that has the submissions.
  package internal(set) var parentSource: String?
  package let keyColumn: String
  package let parentColumn: String
  package let idColumn: String?
  package let node: DefinitionNode

  init(_ node: DefinitionNode, form: Questionnaire) throws(RunError) {
    self.node = node
    try node.allowOnly(RepeatKey.self)
    name = try Self.name(node.required(RepeatKey.name), of: form)
    parentSource = try node[RepeatKey.of]?.text()
    keyColumn = try node.required(RepeatKey.key).text()
    parentColumn = try node.required(RepeatKey.parent).text()
    idColumn = try node[RepeatKey.id]?.text()
  }

  /// The instances that a source has of its own submissions, each about an item.
  init(_ name: String, ofItems items: LongItems, in source: String) {
    self.name = name
    parentSource = source
    keyColumn = items.by[0]
    parentColumn = items.by[0]
    idColumn = items.column
    node = items.node
  }

  /// - Throws: `badDefinition` where the form has no such repeat.
  static func name(_ node: DefinitionNode, of form: Questionnaire) throws(RunError) -> String {
    let name = try node.text()
    guard form.repeatNames.contains(name) else {
      throw node.error(
        id: .pipeline(.unknownRepeat),
        "there is no repeat '\(name)' with questions in \(form.path)."
          + Suggestion.question(for: name, among: form.repeatNames))
    }
    return name
  }

  /// Finds the source that the submissions are in.
  mutating func resolve(among sources: [SourceDefinition]) throws(RunError) {
    let patterns = sources.filter { $0.instances == nil }.map(\.pattern)
    guard !patterns.isEmpty else {
      throw node.error(
        id: .pipeline(.unknownSource),
        "no source has submissions that these instances could belong to: one with 'items' and 'repeat' has all "
          + "of its own. Name a source in which each record is a submission")
    }
    if let parentSource {
      guard patterns.contains(parentSource) else {
        throw (node[RepeatKey.of] ?? node).error(
          id: .pipeline(.unknownSource),
          "there is no source of submissions with the file '\(parentSource)'; expected "
            + "\(Suggestion.allowed(patterns))."
            + Suggestion.question(for: parentSource, among: patterns))
      }
      return
    }
    guard patterns.count == 1 else {
      throw node.error(
        id: .yaml(.missingKey),
        "the key 'of' is missing; expected the file of the source that has the submissions: "
          + Suggestion.allowed(patterns))
    }
    parentSource = patterns[0]
  }
}
