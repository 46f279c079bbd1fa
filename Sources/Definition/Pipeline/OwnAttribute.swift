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
  /// Which numbers or dates of `units.csv` are each code; empty where the file has the codes themselves.
  let bands: [AttributeBand]
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
    var bands: [AttributeBand] = []
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
      let band = try AttributeBand(item)
      guard codes.isEmpty || (band != nil) == !bands.isEmpty else {
        throw Self.bandError(
          item,
          "of some codes 'from' or 'below' say which values they are, of others nothing does; "
            + "expected it of all or of none")
      }
      if let band { try Self.add(band, to: &bands, item, codes: codes) }
      codes.append((code, try item[AttributeCodeKey.label]?.text() ?? code))
    }
    self.codes = codes
    self.bands = bands
  }

  /// Whether the same numbers or dates are the same codes in another round; where the list of units has the codes
  /// themselves nothing says what they are.
  package func hasSameBands(as other: OwnAttribute) -> Bool {
    guard bands.count == other.bands.count else { return false }
    return zip(codes, bands).allSatisfy { code, band in
      zip(other.codes, other.bands).contains { $0.name == code.name && $1 == band }
    }
  }

  /// Takes the values that units have on the day for the codes, where none are declared.
  mutating func take(_ values: some Sequence<String>) {
    guard !isClosed else { return }
    var known: Set<String> = []
    for value in values where !value.isEmpty && known.insert(value).inserted {
      codes.append((value, value))
    }
  }

  private static func add(
    _ band: AttributeBand, to bands: inout [AttributeBand], _ node: DefinitionNode,
    codes: [(name: String, label: String)]
  ) throws(RunError) {
    if let first = bands.first, first.isOfDates != band.isOfDates {
      throw bandError(node, "some codes are of numbers and some of dates; expected one of the two")
    }
    if let index = bands.firstIndex(where: band.overlaps) {
      throw bandError(
        node,
        "a value can be both in this band and in that of '\(codes[index].name)'; expected bands "
          + "that have no value in common")
    }
    bands.append(band)
  }

  private static func bandError(_ node: DefinitionNode, _ message: String) -> RunError {
    node.error(id: .units(.attributeBand), message)
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
