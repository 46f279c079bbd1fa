import Basics

extension RuleEntry {
  static let constraintBroken = RuleEntry(
    stage: .validate, severity: .fatal, base: .submissions,
    reports: "An answer breaks the `constraint` of its question.",
    leavesAlone: "Blanks and unclear answers.",
    advice:
      "Ask the respondent; correct the answer in `corrections.csv`, that of an instance of a repeat in the "
      + "export.",
    suggestion: "ask the respondent; correct the answer in corrections.csv")
}
