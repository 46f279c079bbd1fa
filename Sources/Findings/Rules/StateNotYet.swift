import Basics

extension RuleEntry {
  static let stateNotYet = RuleEntry(
    stage: .normalize, severity: .fatal, base: .records,
    reports:
      "A State became a Member State only after the cut-off, or a unit is on the list only since then.",
    leavesAlone: "What joined on the day itself.",
    advice: mendOrSettle,
    suggestion: nil)
}
