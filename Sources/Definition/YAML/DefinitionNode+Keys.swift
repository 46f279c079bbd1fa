package import Basics

/// Reading by declared keys.
extension DefinitionNode {
  /// Refuses keys that are not declared: a misspelt key must not pass in silence.
  package func allowOnly<Key: DefinitionKey>(_ keys: Key.Type) throws(RunError) {
    try allowOnly(keys.allCases.map(\.rawValue))
  }

  package func allowOnly(_ group: KeyGroup) throws(RunError) {
    try allowOnly(group.keys.map(\.name))
  }

  /// The value of a key, or nil where it is left out.
  package subscript(_ key: some DefinitionKey) -> DefinitionNode? { self[key.rawValue] }

  /// The value of a key that has to be given.
  package func required(_ key: some DefinitionKey) throws(RunError) -> DefinitionNode {
    try required(key.rawValue)
  }

  /// The value of a key; where it is left out, the one that this means by its declaration.
  package func value(_ key: some DefinitionKey) throws(RunError) -> DefinitionNode {
    if let node = self[key] { return node }
    guard case .means(let text) = key.entry.absence else { return try required(key) }
    return standing(for: key.rawValue, as: text)
  }

  /// The keys below a key; none where it is left out.
  package func group<Key: DefinitionKey>(
    _ key: some DefinitionKey, of keys: Key.Type
  ) throws(RunError) -> DefinitionNode {
    guard let node = self[key] else { return withoutKeys(key.rawValue) }
    try node.allowOnly(keys)
    return node
  }

  /// A whole number within the declared range.
  package func integer(_ key: some DefinitionKey) throws(RunError) -> Int {
    try value(key).integer(Self.range(of: key))
  }

  /// The same for a key that may be left out, which then means nothing.
  package func integer(ifGiven key: some DefinitionKey) throws(RunError) -> Int? {
    try self[key]?.integer(Self.range(of: key))
  }

  private static func range(of key: some DefinitionKey) throws(RunError) -> ClosedRange<Int> {
    guard case .whole(let range) = key.entry.type else {
      throw RunError(
        path: key.rawValue, id: .fault(.keyType),
        "the key is not declared as a whole number. This is a fault of the program; please report it"
      )
    }
    return range
  }
}
