package import Basics
package import Definition
package import Interchange

/// What the figures were made from: released where replies are public, and to nobody where they were given
/// in confidence, since a digest of replies says whether a guess at all of them is right.
package struct ReleasedInputs: Sendable {
  private let definition: CollectionDefinition

  /// - Returns: Nil where the collection has `disclosure`.
  package init?(_ definition: CollectionDefinition) {
    guard definition.pipeline.disclosure == nil else { return nil }
    self.definition = definition
  }

  package func read() throws(RunError) -> RunInputs { try RunInputs(of: definition) }
}
