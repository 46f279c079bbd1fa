import Basics

extension RuleEntry {
  static let listIncomplete = RuleEntry(
    stage: .export, severity: .query, base: nil,
    reports: "A list leaves out a State behind its cell.",
    leavesAlone: "Lists with words such as \"for example\".",
    advice: "Name all, or write \"for example\" before the names.",
    suggestion: "name all, or write 'for example' before the names")
}
