import Basics

extension RuleEntry {
  static let unknownUnit = RuleEntry(
    stage: .normalize, severity: .fatal, base: .records,
    reports: "A record does not say who it is from, or names no State and no unit of `units.csv`.",
    leavesAlone:
      "Names of the registers in any spelling, and those in `units.csv` and `crosswalk.csv`.",
    advice: mendOrSettle,
    suggestion: nil)
}
