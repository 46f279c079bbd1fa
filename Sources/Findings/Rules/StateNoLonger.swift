import Basics

extension RuleEntry {
  static let stateNoLonger = RuleEntry(
    stage: .normalize, severity: .fatal, base: .records,
    reports:
      "A State was no Member State any more at the cut-off, or a unit not on the list any more.",
    leavesAlone: "States that ceased to exist later, and units that left later.",
    advice: mendOrSettle,
    suggestion: nil)
}
