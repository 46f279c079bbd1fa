import Basics

extension RuleEntry {
  static let routingBroken = RuleEntry(
    stage: .validate, severity: .fatal, base: .submissions,
    reports:
      "A question is answered to which `relevant` does not lead. The answer counts, unless the pipeline "
      + "leaves it out (`behind-skip: blank`); then the finding is *settled*.",
    leavesAlone:
      "Unclear answers, which are reported already; all of them with `behind-skip: keep`.",
    advice:
      "Ask the respondent; correct one of the answers in `corrections.csv`, those of an instance of a repeat "
      + "in the export.",
    suggestion: "ask the respondent; correct one of the answers in corrections.csv")
}
