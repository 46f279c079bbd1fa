import Basics
import Register

/// What tells the reporting unit of a record.
extension SourceDefinition {
  static func unit(
    _ node: DefinitionNode, counting counted: PipelineDefinition.Unit
  ) throws(RunError) -> UnitSource {
    guard !node.isMapping else {
      try node.allowOnly(UnitKey.self)
      return .column(try node.required(UnitKey.column).text())
    }
    let word = try node.text()
    guard word == "record" else {
      throw node.error(
        id: .pipeline(.unit), "found '\(word)'; expected '{column: …}' with a heading, or 'record'")
    }
    guard counted == .respondent else {
      throw node.error(
        id: .pipeline(.unit),
        "'record' takes each record for a respondent, but the unit is "
          + (counted == .state ? "the State" : "that of units.csv")
          + "; expected the column that names it, as in '{column: "
          + (counted == .state ? "State}'" : "Unit}'"))
    }
    return .record
  }

  static func identifier(
    _ node: DefinitionNode?, counting unit: PipelineDefinition.Unit
  ) throws(RunError) -> StateIdentifier {
    guard let node else { return unit == .listed ? .code : .name }
    let identifier = try node.word(as: StateIdentifier.self)
    let isAllowed: Bool =
      switch (unit, identifier) {
      case (.state, .name), (.state, .iso3), (.state, .iso2), (.state, .m49): true
      case (.listed, .name), (.listed, .code): true
      case (.state, .code), (.listed, .iso3), (.listed, .iso2), (.listed, .m49), (.respondent, _):
        false
      }
    guard isAllowed else {
      let (found, expected) =
        switch unit {
        case .state: ("States have codes of several kinds", "'by: iso3', 'by: iso2' or 'by: m49'")
        case .listed: ("the units are those of units.csv", "'by: code' or 'by: name'")
        case .respondent: ("the unit is the respondent", "the column alone. Delete it")
        }
      throw node.error(
        id: .pipeline(.noRegister),
        "'by: \(identifier.rawValue)' says how units are named, but \(found); expected \(expected)")
    }
    return identifier
  }
}
