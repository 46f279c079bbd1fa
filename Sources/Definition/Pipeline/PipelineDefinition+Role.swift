import Register
package import Tabulation

extension PipelineDefinition {
  /// In which populations a unit, or another participant of the treaty, is.
  package func role(of code: String) -> UnitRole {
    guard let register, let treaty, register.isParticipant(code, in: treaty) else {
      return .reporting
    }
    return register.isUnit(code) ? .reportingParticipant : .participant
  }
}
