import Basics

extension RuleEntry {
  static let wordNotInScale = RuleEntry(
    stage: .export, severity: .query, base: nil,
    reports: "A text says of a cell what is no word of the collection's scale.",
    leavesAlone: "Words of the scale in a longer phrase, in any case.",
    advice: "Write the word that the message gives, or change the scale under `quantifiers`.",
    suggestion: nil)
}
