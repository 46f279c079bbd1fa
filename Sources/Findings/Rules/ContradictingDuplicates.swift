import Basics

extension RuleEntry {
  static let contradictingDuplicates = RuleEntry(
    stage: .validate, severity: .query, base: .records,
    reports: "Two records of one unit, source and moment say different things.",
    leavesAlone: "Records that are alike in all answers and texts, and mended ones.",
    advice: "Ask the respondent which one holds; the one further down counts.",
    suggestion: "ask the respondent which one holds")
}
