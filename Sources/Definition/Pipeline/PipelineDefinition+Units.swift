import Basics
import Register

/// Who is to report, and what is known of them before they do.
extension PipelineDefinition {
  /// The attributes that `pipeline.yaml` declares.
  static func attributes(_ node: DefinitionNode?) throws(RunError) -> [OwnAttribute] {
    var attributes: [OwnAttribute] = []
    for item in try node?.list() ?? [] {
      let attribute = try OwnAttribute(item)
      let name = attribute.name
      let taken: String? =
        if Attribute.givenNames.contains(name) {
          "an attribute that follows from registers and replies"
        } else if UnitColumn(rawValue: name) != nil || name.hasPrefix(UnitColumn.namePrefix) {
          "a column of \(UnitListReader.fileName) that is no attribute"
        } else if let earlier = attributes.first(where: { $0.name == name }) {
          "the attribute of line \(earlier.line) already"
        } else {
          nil
        }
      if let taken {
        throw item.error(
          id: .units(.attributeName), "'\(name)' is \(taken); expected another name")
      }
      attributes.append(attribute)
    }
    return attributes
  }

  /// The codes of those whom tables over a population are of.
  func codes(of population: Table.Population) -> [String] {
    guard let register else { return [] }
    switch population {
    case .units: return register.units
    case .participants:
      guard let treaty else { return [] }
      return register.units.filter { register.isParticipant($0, in: treaty) }
        + register.otherParticipants(in: treaty).map(\.iso3)
    }
  }

  /// Refuses a list where whoever sends something is a unit: it would be left out of all counts.
  static func refuseUnits(of collection: CollectionFolders, _ node: DefinitionNode) throws(RunError)
  {
    if let attributes = node[PipelineKey.attributes] {
      throw attributes.error(
        id: .units(.unitsOfRespondents),
        "attributes are columns of \(UnitListReader.fileName), but the unit is the respondent; expected "
          + "'unit: listed', or no attributes")
    }
    let path = "\(collection.pipeline)/\(UnitListReader.fileName)"
    guard FileSystem.exists(path) else { return }
    throw RunError(
      path: path, id: .units(.unitsOfRespondents),
      "there is a list of units, but the unit is the respondent, so that whoever is on the list and "
        + "sent nothing would not be counted; expected 'unit: listed' in pipeline.yaml, or no list")
  }

  /// The units of the list beside the States of the registers, or instead of them, on a day.
  ///
  /// - Parameter attributes: Those without declared codes take the values of the day.
  static func units(
    _ collection: CollectionFolders, beside registers: Register, on day: CalendarDate,
    with attributes: inout [OwnAttribute]
  ) throws(RunError) -> RegisterAsAt {
    let path = "\(collection.pipeline)/\(UnitListReader.fileName)"
    let hasStates = !registers.codes.isEmpty
    let exists = FileSystem.exists(path)
    guard exists || (hasStates && attributes.isEmpty) else {
      throw RunError(
        path: path, id: .units(.noUnits),
        "there is no such file, though pipeline.yaml "
          + (hasStates ? "declares attributes, which are its columns" : "has 'unit: listed'")
          + "; expected the units, one a line, with the column 'code'")
    }
    let list =
      exists
      ? try UnitListReader(
        path: path, attributes: attributes, register: hasStates ? registers : nil
      ).read() : .none
    let register = RegisterAsAt(registers, on: day, and: list)
    guard !register.units.isEmpty else {
      throw RunError(
        path: path, id: .units(.noUnits),
        "no line holds on \(day), the cut-off; expected at least one unit. Correct "
          + "\(UnitColumn.validFrom.rawValue) and \(UnitColumn.validTo.rawValue)")
    }
    let values = list.units.filter { $0.validity.contains(day) }.map(\.values)
    for index in attributes.indices { attributes[index].take(values.map { $0[index] }) }
    return register
  }
}
