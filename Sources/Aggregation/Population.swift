import Definition
import Interchange
import Questionnaire
import Register
import Tabular
import Tabulation

/// All units whose answers or facts are counted, with their attributes.
struct Population: Sendable {
  /// The reporting units in order of their numbers.
  let units: ReportingUnits
  /// Organizations, and States that are no Member States, that the treaty admits; numbered after the
  /// units.
  let organizations: [UnitEntry]
  /// By the number of each unit and organization.
  private let roles: [UnitRole]
  private let attributes: [Attribute]
  /// What registers and list say of each unit and organization, by its number; of attributes that
  /// they say nothing of, nothing.
  private let facts: [[Int32]]
  private var variables: Variables

  init(_ pipeline: PipelineDefinition, _ catalog: VariableCatalog, units: ReportingUnits) {
    self.units = units
    let others = pipeline.register?.otherParticipants(in: pipeline.treaty) ?? []
    organizations = others.enumerated().map { index, state in
      UnitEntry(number: units.count + index + 1, key: state.iso3, partition: "")
    }
    attributes = catalog.attributes.map(\.attribute)
    variables = catalog.variables
    let keys = pipeline.register == nil ? [] : units.map(\.key) + organizations.map(\.key)
    roles = keys.map { pipeline.role(of: $0) }
    facts = catalog.attributes.map { attribute, entry in
      if attribute == .response { return [] }
      let names = entry.codes.map(\.name)
      return keys.map { Int32(attribute.code(of: $0, in: pipeline, names: names) ?? -1) }
    }
  }

  /// The same units as another catalog of variables knows them, which has the same attributes.
  func known(by catalog: VariableCatalog) -> Population {
    var population = self
    population.variables = catalog.variables
    return population
  }

  /// What is known of a unit.
  ///
  /// - Parameters:
  ///   - number: By which lists are to know the unit.
  ///   - fields: Its answers; nil where it sent nothing that counts.
  func answers(
    of unit: UnitEntry, number: Int, fields: StageRow? = nil
  ) -> CountedUnit {
    CountedUnit(
      number: number,
      unit: TabulatedUnit(
        fields.map { GivenAnswers($0, variables) },
        attributes: attributes.indices.map { code(of: variables.firstAttribute + $0, for: unit) },
        role: roles.isEmpty ? .reporting : roles[unit.number - 1], variables))
  }

  /// A unit that replied, as far as something asks for it.
  ///
  /// - Parameters:
  ///   - fields: Its answers by question.
  ///   - facts: The codes of its attributes by variable.
  ///   - origins: What will be asked for; nothing else is known of it.
  func answers(fields: [Int: [UInt8]], facts: [Int: Int], _ origins: Origins) -> CountedUnit {
    // What nobody asks for is not looked at.
    let row = StageRow(fields, of: variables.firstAttribute)
    return CountedUnit(
      number: 0,
      unit: TabulatedUnit(
        GivenAnswers(row, variables, questions: origins.given.filter { $0 < row.count }),
        attributes: attributes.indices.map { facts[variables.firstAttribute + $0] },
        variables, deriving: origins.derived))
  }

  /// The code of an attribute, by its variable.
  func code(of variable: Int, for unit: UnitEntry) -> Int? {
    let index = variable - variables.firstAttribute
    if attributes[index] == .response { return unit.fate == .replied ? 0 : 1 }
    guard !facts[index].isEmpty, facts[index][unit.number - 1] >= 0 else { return nil }
    return Int(facts[index][unit.number - 1])
  }

  /// The key of a unit or organization by its number.
  func key(of number: Int) -> String {
    number <= units.count ? units.key(at: number - 1) : organizations[number - units.count - 1].key
  }
}
