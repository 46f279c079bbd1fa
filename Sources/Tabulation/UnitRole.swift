/// In which of the two populations of tables a unit is: those that were to report, and the participants
/// of a treaty, whom it admits.
package enum UnitRole: Sendable, CaseIterable {
  /// It was to report; the treaty, if there is one, does not admit it.
  case reporting
  case reportingParticipant
  /// It was not to report: an organization, or a State that is no Member State.
  case participant

  package var isReporting: Bool {
    switch self {
    case .reporting, .reportingParticipant: true
    case .participant: false
    }
  }

  package var isParticipant: Bool {
    switch self {
    case .reporting: false
    case .reportingParticipant, .participant: true
    }
  }
}
