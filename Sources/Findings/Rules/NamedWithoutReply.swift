import Basics

extension RuleEntry {
  static let namedWithoutReply = RuleEntry(
    stage: .export, severity: .query, base: nil,
    reports: "A text names a State that has not replied in time.",
    leavesAlone: "Names inside `{{mention …}}`.",
    advice: "Take the name out, or write `{{mention …}}` where it is named on purpose.",
    suggestion: nil)
}
