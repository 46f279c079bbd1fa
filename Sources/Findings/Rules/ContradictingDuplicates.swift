import Basics

extension RuleEntry {
  static let contradictingDuplicates = RuleEntry(
    stage: .validate, severity: .query, base: .records,
    reports:
      "Two records of one unit say different things, and nobody can tell which one is the later one: they are of "
      + "one moment, or one is known by its day alone, or by a time without an offset from UTC. So do a mended "
      + "record about an item (`items`) and one of the source that was not set aside.",
    leavesAlone:
      "Records that are alike in all answers and texts, and mended ones that stand for a whole record.",
    advice: "Ask the respondent which one holds; the message says which one counts.",
    suggestion: "ask the respondent which one holds")
}
