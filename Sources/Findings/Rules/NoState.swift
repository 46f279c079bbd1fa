import Basics

extension RuleEntry {
  static let noState = RuleEntry(
    stage: .normalize, severity: .fatal, base: .records,
    reports:
      "A record is from an organization or a State that is no Member State, or from nobody "
      + "as `crosswalk.csv` says.",
    leavesAlone:
      "Member States, whatever they are called, and units of `units.csv`. What the crosswalk says is *settled*.",
    advice: mendOrSettle,
    suggestion: nil)
}
