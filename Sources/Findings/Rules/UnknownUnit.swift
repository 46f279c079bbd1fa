import Basics

extension RuleEntry {
  static let unknownUnit = RuleEntry(
    stage: .normalize, severity: .fatal, base: .records,
    reports: "A record does not say who it is from, or names no State.",
    leavesAlone: "Names of the registers in any spelling, and those in `crosswalk.csv`.",
    advice: mendOrSettle,
    suggestion: nil)
}
