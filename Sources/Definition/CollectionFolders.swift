package import Basics

/// One round of one questionnaire: the three folders that share its name.
package struct CollectionFolders: Sendable {
  package let name: String
  /// `Pipelines/<name>`: what the collection is.
  package let pipeline: String
  /// `Input/<name>`: the exports as received; never written to.
  package let input: String
  /// `Output/<name>`: wholly regenerable.
  package let output: String

  package init(pipeline: String, input: String, output: String) {
    self.pipeline = Self.trimmed(pipeline)
    self.input = Self.trimmed(input)
    self.output = Self.trimmed(output)
    name = FileSystem.name(of: self.pipeline)
  }

  /// The registers stand beside the collections.
  package var registers: String {
    let parent = FileSystem.parent(of: pipeline)
    return parent.isEmpty ? "registers" : "\(parent)/registers"
  }

  /// Where the files go that name units, where replies were given in confidence.
  package var confidential: String { "\(output)/confidential" }

  package func folder(of stage: Stage) -> String {
    "\(output)/\(stage.folder)"
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
