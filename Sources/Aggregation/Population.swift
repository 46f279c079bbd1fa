import Definition
import Interchange
import Questionnaire
import Register
import Tabular
import Tabulation

/// All units whose answers or facts are counted, with their attributes.
struct Population: Sendable {
  /// The reporting units in order of their numbers.
  let units: [UnitEntry]
  /// Organizations, and States that are no Member States, that take part in the treaty; numbered
  /// after the units.
  let organizations: [UnitEntry]
  private let attributes: [(attribute: Attribute, names: [String])]
  private let register: RegisterAsAt?
  private let treaty: String?
  private let variables: Variables

  init(_ pipeline: PipelineDefinition, _ catalog: VariableCatalog, units: [UnitEntry]) {
    self.units = units
    let others = pipeline.register?.otherParticipants(in: pipeline.treaty) ?? []
    organizations = others.enumerated().map { index, state in
      UnitEntry(number: units.count + index + 1, key: state.iso3, partition: "")
    }
    attributes = catalog.attributes.map { ($0.attribute, $0.entry.codes.map(\.name)) }
    register = pipeline.register
    treaty = pipeline.treaty
    variables = catalog.variables
  }

  /// What is known of a unit.
  ///
  /// - Parameters:
  ///   - number: By which lists are to know the unit.
  ///   - fields: Its answers; nil where it sent nothing that counts.
  func answers(
    of unit: UnitEntry, number: Int, isOrganization: Bool = false, fields: StageRow? = nil
  ) -> CountedUnit {
    CountedUnit(
      number: number,
      unit: TabulatedUnit(
        fields.map { GivenAnswers($0, variables) },
        attributes: attributes.indices.map { code(of: variables.firstAttribute + $0, for: unit) },
        isReportingUnit: !isOrganization, variables))
  }

  /// A unit that replied, as far as something asks for it.
  ///
  /// - Parameters:
  ///   - fields: Its answers by question.
  ///   - facts: The codes of its attributes by variable.
  ///   - origins: What will be asked for; nothing else is known of it.
  func answers(fields: [Int: [UInt8]], facts: [Int: Int], _ origins: Origins) -> CountedUnit {
    let row = StageRow(
      fields: (0..<variables.firstAttribute).map { fields[$0] ?? [AnswerField.noAnswer] })
    return CountedUnit(
      number: 0,
      unit: TabulatedUnit(
        GivenAnswers(row, variables, questions: origins.given.filter { $0 < row.count }),
        attributes: attributes.indices.map { facts[variables.firstAttribute + $0] },
        variables, deriving: origins.derived))
  }

  /// The code of an attribute, by its variable.
  func code(of variable: Int, for unit: UnitEntry) -> Int? {
    let (attribute, names) = attributes[variable - variables.firstAttribute]
    if attribute == .response { return unit.fate == .replied ? 0 : 1 }
    guard let register else { return nil }
    return attribute.code(of: unit.key, register: register, treaty: treaty, names: names)
  }

  /// The key of a unit or organization by its number.
  func key(of number: Int) -> String {
    number <= units.count ? units[number - 1].key : organizations[number - units.count - 1].key
  }
}
