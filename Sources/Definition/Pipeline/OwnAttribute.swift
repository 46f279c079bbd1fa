import Basics
import Questionnaire
import Register

/// A fact about units that the collection brings itself: a column of `units.csv`, as `attributes` of
/// `pipeline.yaml` declares it.
package struct OwnAttribute: Sendable {
  package let name: String
  package let label: String
  /// The codes with their labels, in the order of tables: those that are declared, else the values of
  /// the day in the order of the file.
  package private(set) var codes: [(name: String, label: String)]
  /// Whether the codes are declared, so that no other value can be.
  let isClosed: Bool
  /// The line of the declaration.
  let line: Int

  /// The code of units of which `units.csv` says nothing in this.
  package var codeOfRest: String { Self.codeOfRest(name) }

  init(_ node: DefinitionNode) throws(RunError) {
    try node.allowOnly(AttributeKey.self)
    line = node.line
    let name = try Self.name(node.required(AttributeKey.name))
    self.name = name
    label = try node[AttributeKey.label]?.text() ?? name
    isClosed = node[AttributeKey.codes] != nil
    let rest = Self.codeOfRest(name)
    var codes: [(name: String, label: String)] = []
    for item in try node[AttributeKey.codes]?.list() ?? [] {
      try item.allowOnly(AttributeCodeKey.self)
      let node = try item.required(AttributeCodeKey.name)
      let code = try Self.name(node)
      guard code != rest, !codes.contains(where: { $0.name == code }) else {
        throw node.error(
          id: .units(.attributeCode),
          code == rest
            ? "'\(code)' is the code of units whose field is blank; expected another one"
            : "'\(code)' stands twice; expected each code once")
      }
      codes.append((code, try item[AttributeCodeKey.label]?.text() ?? code))
    }
    self.codes = codes
  }

  /// Takes the values that units have on the day for the codes, where none are declared.
  mutating func take(_ values: some Sequence<String>) {
    guard !isClosed else { return }
    var known: Set<String> = []
    for value in values where !value.isEmpty && known.insert(value).inserted {
      codes.append((value, value))
    }
  }

  private static func codeOfRest(_ name: String) -> String { "\(name)_not_specified" }

  private static func name(_ node: DefinitionNode) throws(RunError) -> String {
    let text = try node.text()
    guard DefinitionName.isName(text) else {
      throw node.error(
        id: .units(.attributeCode),
        "'\(text)' would be a name in tables and addresses; expected \(DefinitionName.expected)")
    }
    return text
  }
}
