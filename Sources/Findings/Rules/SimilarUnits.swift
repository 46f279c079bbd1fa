import Basics

extension RuleEntry {
  static let similarUnits = RuleEntry(
    stage: .normalize, severity: .query, base: nil,
    reports: "Two respondents have identifiers that differ only in zeros, blanks or hyphens.",
    leavesAlone: "Small and capital letters, which make no difference anyhow.",
    advice: "Mend one of them where both are one respondent.",
    suggestion: "mend one of them where both are one respondent")
}
