import Basics

extension RuleEntry {
  static let formerName = RuleEntry(
    stage: .normalize, severity: .fatal, base: .records,
    reports: "A name was that of a State or unit, but not at the cut-off.",
    leavesAlone: "Names that held at the cut-off and do not today.",
    advice: mendOrSettle,
    suggestion: nil)
}
