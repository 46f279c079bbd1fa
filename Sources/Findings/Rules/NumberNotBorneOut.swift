import Basics

extension RuleEntry {
  static let numberNotBorneOut = RuleEntry(
    stage: .export, severity: .query, base: nil,
    reports: "A number, base or percentage in a text is not that of its cell.",
    leavesAlone: "Numbers in words, and percentages rounded to the decimals they have.",
    advice: "Write the figure that the message gives.",
    suggestion: nil)
}
