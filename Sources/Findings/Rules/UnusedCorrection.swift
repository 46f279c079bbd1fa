import Basics

extension RuleEntry {
  static let unusedCorrection = RuleEntry(
    stage: .validate, severity: .fatal, base: nil,
    reports: "A line of `corrections.csv` is about a unit without a submission that counts.",
    leavesAlone: "Units that replied in time.",
    advice: "Delete the line, or look for the unit in `late.csv` and the quarantine.",
    suggestion: "delete it, or look for the unit in late.csv and quarantine/index.csv")
}
