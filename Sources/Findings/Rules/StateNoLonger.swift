import Basics

extension RuleEntry {
  static let stateNoLonger = RuleEntry(
    stage: .normalize, severity: .fatal, base: .records,
    reports: "A State was no Member State any more at the cut-off.",
    leavesAlone: "States that ceased to exist later.",
    advice: mendOrSettle,
    suggestion: nil)
}
