import Basics

extension RuleEntry {
  static let unclearAnswer = RuleEntry(
    stage: .normalize, severity: .fatal, base: .records,
    reports:
      "An answer is not of its question's list or type, or its ticks or ranks contradict "
      + "one another.",
    leavesAlone: "Blanks; labels, names and synonyms of choices in any case and language.",
    advice:
      "Mend the record, add the text to `synonyms` in `choices.csv`, or correct the answer "
      + "in `corrections.csv`.",
    suggestion: nil)
}
