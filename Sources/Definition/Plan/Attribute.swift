import Phrases
import Questionnaire
package import Register

/// A fact about a unit that no question asks: it follows from registers, dates and replies.
///
/// Attributes stand beside the questions in `tables.yaml` and in its conditions.
package enum Attribute: String, Sendable, CaseIterable {
  /// Whether the unit has a submission that counts.
  case response
  /// Towards the treaty of the pipeline, at the cut-off.
  case status
  case regionalGroup = "regional_group"
  /// Whether the treaty was signed by the cut-off, whatever followed.
  case signature
  /// Whether an instrument was deposited by the cut-off.
  case deposit

  /// The codes and their labels, in the order of tables.
  func codes(_ pipeline: PipelineDefinition) -> [(name: String, label: String)] {
    let language = pipeline.spoken
    return switch self {
    case .response:
      [("replied", language.heading(.replied)), ("did_not_reply", language.heading(.didNotReply))]
    case .status:
      TreatyStanding.Status.allCases.map { ($0.rawValue, language.heading($0.phrase)) }
    case .signature:
      [("signed", language.heading(.signed)), ("not_signed", language.heading(.notSigned))]
    case .deposit:
      [
        ("deposited", language.heading(.deposited)),
        ("not_deposited", language.heading(.notDeposited)),
      ]
    case .regionalGroup: Self.groups(pipeline)
    }
  }

  /// Whether no reporting unit can have a code, so that only tables over participants need it:
  /// organizations stand in no regional group.
  func isOnlyForOrganizations(_ code: String, _ pipeline: PipelineDefinition) -> Bool {
    guard self == .regionalGroup, code == Self.noGroup, let register = pipeline.register else {
      return false
    }
    return !Self.hasOutsider(register.members, register)
  }

  /// Whether the collection has what the attribute follows from.
  func isAvailable(in pipeline: PipelineDefinition) -> Bool {
    switch self {
    case .response: true
    case .regionalGroup: pipeline.register != nil
    case .status, .signature, .deposit: pipeline.treaty != nil
    }
  }

  /// The code of a State or organization; nil where the attribute is not a fact of the register.
  package func code(
    of iso3: String, register: RegisterAsAt, treaty: String?, names: [String]
  ) -> Int? {
    let standing = treaty.map { register.standing(of: iso3, in: $0) }
    switch self {
    case .response: return nil
    case .status: return standing.flatMap { names.firstIndex(of: $0.status.rawValue) }
    case .signature: return standing.map { $0.hasSigned ? 0 : 1 }
    case .deposit: return standing.map { $0.hasDeposited ? 0 : 1 }
    case .regionalGroup:
      return names.firstIndex(of: register.regionalGroup(of: iso3) ?? Self.noGroup)
    }
  }

  private static let noGroup = "no_group"

  private static func groups(_ pipeline: PipelineDefinition) -> [(name: String, label: String)] {
    guard let register = pipeline.register else { return [] }
    let groups = register.regionalGroups(in: pipeline.language).map { ($0.code, $0.name) }
    // Whoever is in no group must have a column, or it would be lost from every table by group.
    let participants = register.members + register.otherParticipants(in: pipeline.treaty)
    return groups
      + (hasOutsider(participants, register)
        ? [(noGroup, pipeline.spoken.heading(.inNoGroup))] : [])
  }

  private static func hasOutsider(_ states: [State], _ register: RegisterAsAt) -> Bool {
    states.contains { register.regionalGroup(of: $0.iso3) == nil }
  }
}
