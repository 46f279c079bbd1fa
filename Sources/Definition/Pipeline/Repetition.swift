import Basics
import Questionnaire

/// How the records of a source are joined to the submissions of another one: the key `repeat` of a
/// source.
///
/// ```yaml
/// repeat:
///   name: people            # the begin_repeat of the form
///   of: replies.csv         # the source of the submissions; may be left out if there is one
///   key: PARENT_KEY         # the column here that names the submission: _parent_index …
///   parent: KEY             # the column there that has the same: _index …
///   id: KEY                 # the column here that tells the instances apart, if there is one
/// ```
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
    try node.allowOnly(["name", "of", "key", "parent", "id"])
    name = try node.required("name").text()
    guard form.repeatNames.contains(name) else {
      throw try node.required("name").error(
        rule: "unknown-repeat",
        "there is no repeat '\(name)' with questions in \(form.path)."
          + Suggestion.question(for: name, among: form.repeatNames))
    }
    parentSource = try node["of"]?.text()
    keyColumn = try node.required("key").text()
    parentColumn = try node.required("parent").text()
    idColumn = try node["id"]?.text()
  }

  /// Finds the source that the submissions are in.
  mutating func resolve(among sources: [SourceDefinition]) throws(RunError) {
    let patterns = sources.filter { $0.repetition == nil }.map(\.pattern)
    if let parentSource {
      guard patterns.contains(parentSource) else {
        throw (node["of"] ?? node).error(
          rule: "unknown-source",
          "there is no source of submissions with the file '\(parentSource)'; expected "
            + "\(Suggestion.allowed(patterns))."
            + Suggestion.question(for: parentSource, among: patterns))
      }
      return
    }
    guard patterns.count == 1 else {
      throw node.error(
        rule: "missing-key",
        "the key 'of' is missing; expected the file of the source that has the submissions: "
          + Suggestion.allowed(patterns))
    }
    parentSource = patterns[0]
  }
}
