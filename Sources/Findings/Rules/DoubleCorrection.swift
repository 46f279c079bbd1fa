import Basics

extension RuleEntry {
  static let doubleCorrection = RuleEntry(
    stage: .validate, severity: .fatal, base: nil,
    reports: "A line of `corrections.csv` is about an answer that one before it has changed.",
    leavesAlone: "Lines after one for the same answer, where `from` is what that one made.",
    advice: "Delete one of the two.",
    suggestion: "delete one of the two")
}
