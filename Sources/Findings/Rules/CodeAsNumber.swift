import Basics

extension RuleEntry {
  static let codeAsNumber = RuleEntry(
    stage: .normalize, severity: .query, base: nil,
    reports:
      "A number question has -99, 999 or the like where all other numbers are far from it: a code for "
      + "*no answer* rather than a number, which would count in sums and means.",
    leavesAlone:
      "Numbers of which another is below nought, or more than a fifth; questions of which the source "
      + "says what means no answer, in a text that the column has; columns with more different texts than are looked up.",
    advice:
      "Declare it under `answers`, as in `age: {no-answer: [\"-99\"]}`, or write `age: {no-answer: []}` "
      + "where it is a number.",
    suggestion: nil)
}
