import Basics

extension RuleEntry {
  static let codesWithDecimals = RuleEntry(
    stage: .normalize, severity: .query, base: nil,
    reports:
      "Every code of a column is written as a number with a decimal, `1.0` for `1`, as pandas and "
      + "spreadsheets do where cells are blank; they are read as the codes.",
    leavesAlone: "Numbers, and columns of which one text is no such code: there `1.0` is unclear.",
    advice: "Look whether the texts of the codes are right; export again with the column as text.",
    suggestion: "look whether the codes are right, or export again with the column as text")
}
