import Basics

extension RuleEntry {
  static let ambiguousUnit = RuleEntry(
    stage: .normalize, severity: .fatal, base: .records,
    reports: "A name means more than one State or unit.",
    leavesAlone: "Names that only one has at the cut-off.",
    advice: mendOrSettle,
    suggestion: nil)
}
