import Basics

extension RuleEntry {
  static let requiredAnswer = RuleEntry(
    stage: .validate, severity: .query, base: .submissions,
    reports: "A question that the form requires was left blank.",
    leavesAlone: "Questions that do not apply or were not asked, and unclear answers.",
    advice: "Ask the respondent.",
    suggestion: "ask the respondent")
}
