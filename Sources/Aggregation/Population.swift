import Interchange
import Questionnaire
import Register

/// All units whose answers or facts are counted, with their attributes.
struct Population: Sendable {
  /// The reporting units in order of their numbers.
  let units: [UnitEntry]
  /// Organizations that take part in treaties; numbered after the units.
  let organizations: [UnitEntry]
  private let attributes: [(attribute: Attribute, names: [String])]
  private let register: RegisterAsAt?
  private let treaty: String?
  private let questions: Int
  private let derived: [DerivedVariable]

  init(_ pipeline: PipelineDefinition, _ catalog: VariableCatalog, units: [UnitEntry]) {
    self.units = units
    organizations = (pipeline.register?.organizations ?? []).enumerated().map { index, state in
      UnitEntry(number: units.count + index + 1, key: state.iso3, partition: "")
    }
    attributes = catalog.attributes.map { ($0.attribute, $0.entry.codes.map(\.name)) }
    register = pipeline.register
    treaty = pipeline.treaty
    questions = pipeline.form.questions.count
    derived = catalog.derived
  }

  /// What is known of a unit before its submission is read.
  ///
  /// - Parameter number: By which lists are to know the unit.
  func answers(of unit: UnitEntry, number: Int, isOrganization: Bool = false) -> UnitAnswers {
    let codes = attributes.map { attribute, names -> Int? in
      if attribute == .response { return unit.fate == .replied ? 0 : 1 }
      guard let register else { return nil }
      return attribute.code(of: unit.key, register: register, treaty: treaty, names: names)
    }
    return UnitAnswers(
      number: number, isOrganization: isOrganization, attributes: codes,
      questions: questions, derived: derived, cells: nil)
  }

  /// The key of a unit or organization by its number.
  func key(of number: Int) -> String {
    number <= units.count ? units[number - 1].key : organizations[number - units.count - 1].key
  }
}
