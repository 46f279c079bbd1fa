import Basics

extension RuleEntry {
  static let contradictingDuplicates = RuleEntry(
    stage: .validate, severity: .query, base: .records,
    reports:
      "Two records of one unit, source and moment say different things; so does a mended record about an item "
      + "(`items`) and one of the source that was not set aside.",
    leavesAlone:
      "Records that are alike in all answers and texts, and mended ones that stand for a whole record.",
    advice: "Ask the respondent which one holds; the one further down counts, and the mended one.",
    suggestion: "ask the respondent which one holds")
}
