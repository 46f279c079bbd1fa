import Basics

extension RuleEntry {
  static let numberNotBorneOut = RuleEntry(
    stage: .export, severity: .query, base: nil,
    reports:
      "A number, base or percentage in a text is not that of its cell, or stands beside it and is nothing of the "
      + "cell.",
    leavesAlone:
      "Percentages rounded to the decimals they have, and numbers in words beside the one that is meant.",
    advice:
      "Write the figure that the message gives; write other numbers, such as years, outside the braces.",
    suggestion: nil)
}
