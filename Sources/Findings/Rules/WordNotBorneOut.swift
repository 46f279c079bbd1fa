import Basics

extension RuleEntry {
  static let wordNotBorneOut = RuleEntry(
    stage: .export, severity: .query, base: nil,
    reports: "A text says a word of the scale of a cell whose share has another.",
    leavesAlone: "The word that the scale gives to the share.",
    advice: "Write the word that the message gives.",
    suggestion: nil)
}
