import Basics

extension RuleEntry {
  static let twoWordsOneCell = RuleEntry(
    stage: .export, severity: .query, base: nil,
    reports: "Two words of the scale are said of one cell.",
    leavesAlone: "The same word said again.",
    advice: "Say the same of one figure everywhere.",
    suggestion: "say the same of one figure everywhere")
}
