import Basics

extension RuleEntry {
  static let notOffered = RuleEntry(
    stage: .validate, severity: .fatal, base: .submissions,
    reports:
      "A choice was made that the `choice_filter` of the question does not offer with the other answers, "
      + "such as a town of another province, or that this version of the form did not have (`since`, "
      + "`until`). It counts, also among those who were offered it.",
    leavesAlone:
      "Choices of which an unclear answer leaves open whether they were offered; answers to which the "
      + "routing does not lead, which `routing-broken` is about.",
    advice:
      "Ask the respondent; correct one of the answers in `corrections.csv`, those of an instance of a repeat "
      + "in the export.",
    suggestion: "ask the respondent; correct one of the answers in corrections.csv")
}
