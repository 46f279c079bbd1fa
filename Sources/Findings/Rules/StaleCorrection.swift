import Basics

extension RuleEntry {
  static let staleCorrection = RuleEntry(
    stage: .validate, severity: .fatal, base: nil,
    reports: "A line of `corrections.csv` found something else there than its `from`.",
    leavesAlone: "Unclear answers that `from` names as received, or by `?`.",
    advice: "Delete the line, or set `from` to what is there.",
    suggestion: "delete it, or set 'from' to what stands there")
}
