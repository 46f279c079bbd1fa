import Basics

extension RuleEntry {
  static let listNamesOthers = RuleEntry(
    stage: .export, severity: .query, base: nil,
    reports: "A list names a State that is not behind its cell.",
    leavesAlone: "Other names of a State that is.",
    advice: "Take the name out, or look at the answer.",
    suggestion: "take the name out, or look at the answer")
}
