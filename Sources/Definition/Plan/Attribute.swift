import Phrases
import Questionnaire
import Register

/// A fact about a unit that no question asks: it follows from registers, dates, replies and the
/// collection's own list of units.
///
/// Attributes stand beside the questions in `tables.yaml` and in its conditions.
package enum Attribute: Sendable, Equatable {
  /// Whether the unit has a submission that counts.
  case response
  /// Towards the treaty of the pipeline, at the cut-off.
  case status
  case regionalGroup
  /// Whether the treaty was signed by the cut-off, whatever followed.
  case signature
  /// Whether an instrument was deposited by the cut-off, whatever followed.
  case deposit
  /// A column of `units.csv`, by its index among the `attributes` of the pipeline.
  case own(Int)

  /// Those that follow from registers and replies, in the order of the catalogue, by the names by
  /// which tables know them.
  private static let given: [(attribute: Attribute, name: String)] = [
    (.response, "response"), (.status, "status"), (.regionalGroup, "regional_group"),
    (.signature, "signature"), (.deposit, "deposit"),
  ]

  /// The names that no question and no attribute of the collection's own can have.
  package static var givenNames: [String] { given.map(\.name) }

  /// All that a collection has what they follow from for.
  static func all(in pipeline: PipelineDefinition) -> [Attribute] {
    given.map(\.attribute).filter { $0.isAvailable(in: pipeline) }
      + pipeline.attributes.indices.map { .own($0) }
  }

  func name(in pipeline: PipelineDefinition) -> String {
    if case .own(let index) = self { return pipeline.attributes[index].name }
    return Self.given.first { $0.attribute == self }?.name ?? ""
  }

  /// What a heading calls the attribute.
  func label(in pipeline: PipelineDefinition) -> String {
    let phrase: Phrase
    switch self {
    case .response: phrase = .response
    case .status: phrase = .status
    case .regionalGroup: phrase = .regionalGroup
    case .signature: phrase = .signature
    case .deposit: phrase = .instrument
    case .own(let index): return pipeline.attributes[index].label
    }
    return pipeline.spoken.heading(phrase)
  }

  /// The codes and their labels, in the order of tables.
  func codes(_ pipeline: PipelineDefinition) -> [(name: String, label: String)] {
    let language = pipeline.spoken
    return switch self {
    case .response:
      [("replied", language.heading(.replied)), ("did_not_reply", language.heading(.didNotReply))]
    case .status:
      TreatyStanding.Status.allCases.map { ($0.rawValue, language.heading($0.phrase)) }
        .filter { hasCode($0.0, pipeline) }
    case .signature:
      [("signed", language.heading(.signed)), ("not_signed", language.heading(.notSigned))]
    case .deposit:
      [
        ("deposited", language.heading(.deposited)),
        ("not_deposited", language.heading(.notDeposited)),
      ]
    case .regionalGroup:
      (pipeline.register?.regionalGroups(in: pipeline.language).map { ($0.code, $0.name) } ?? [])
        + rest(pipeline, .inNoGroup)
    case .own(let index):
      pipeline.attributes[index].codes
        + rest(pipeline, .notSpecified(pipeline.attributes[index].label))
    }
  }

  private func rest(
    _ pipeline: PipelineDefinition, _ label: Phrase
  ) -> [(name: String, label: String)] {
    guard let code = codeOfRest(pipeline), hasCode(code, pipeline) else { return [] }
    return [(code, pipeline.spoken.heading(label))]
  }

  /// Whether any table has a code.
  private func hasCode(_ code: String, _ pipeline: PipelineDefinition) -> Bool {
    Table.Population.allCases.contains { hasCode(code, of: $0, pipeline) }
  }

  /// Whether tables over a population have a code; one that is seldom only where it is that of somebody
  /// there: organizations stand in no regional group, and most collections have none.
  func hasCode(
    _ code: String, of population: Table.Population, _ pipeline: PipelineDefinition
  ) -> Bool {
    guard isSeldom(code, pipeline) else { return true }
    return pipeline.codes(of: population).contains { self.code(of: $0, in: pipeline) == code }
  }

  private func isSeldom(_ code: String, _ pipeline: PipelineDefinition) -> Bool {
    guard self == .status else { return code == codeOfRest(pipeline) }
    return TreatyStanding.Status(rawValue: code)?.isSeldom ?? false
  }

  /// The code of those of whom neither registers nor list say anything else, without whose column they
  /// would be lost from every table; nil where there can be none.
  private func codeOfRest(_ pipeline: PipelineDefinition) -> String? {
    switch self {
    case .response, .signature, .deposit, .status: nil
    case .regionalGroup: "no_group"
    case .own(let index): pipeline.attributes[index].codeOfRest
    }
  }

  /// The code of a unit or organization by what registers or list say; nil where they say nothing.
  private func code(of unit: String, in pipeline: PipelineDefinition) -> String? {
    guard let register = pipeline.register else { return nil }
    let standing = pipeline.treaty.map { register.standing(of: unit, in: $0) }
    return switch self {
    case .response: nil
    case .status: standing?.status.rawValue
    case .signature: standing.map { $0.hasSigned ? "signed" : "not_signed" }
    case .deposit: standing.map { $0.hasDeposited ? "deposited" : "not_deposited" }
    case .regionalGroup: register.regionalGroup(of: unit) ?? codeOfRest(pipeline)
    case .own(let index):
      register.value(ofAttribute: index, of: unit) ?? codeOfRest(pipeline)
    }
  }

  /// Whether the collection has what the attribute follows from.
  private func isAvailable(in pipeline: PipelineDefinition) -> Bool {
    switch self {
    case .response, .own: true
    case .regionalGroup: pipeline.unit == .state
    case .status, .signature, .deposit: pipeline.treaty != nil
    }
  }

  /// The code of a unit or organization; nil where the attribute is not a fact of registers or list.
  ///
  /// - Parameter names: Those of the codes.
  package func code(of unit: String, in pipeline: PipelineDefinition, names: [String]) -> Int? {
    code(of: unit, in: pipeline).flatMap(names.firstIndex)
  }
}
