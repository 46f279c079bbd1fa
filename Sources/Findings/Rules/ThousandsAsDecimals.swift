import Basics

extension RuleEntry {
  static let thousandsAsDecimals = RuleEntry(
    stage: .normalize, severity: .query, base: nil,
    reports:
      "Answers to a decimal question were read with a decimal point that may as well stand between thousands, "
      + "such as `1.234`: no number of the column has other decimals, or another text there is a number only beside "
      + "a decimal comma, such as `1.234,50`.",
    leavesAlone:
      "Sources and questions with a `decimal-mark` or `thousands-mark` of their own; numbers below one and such with "
      + "a nought in front, whose digits nobody groups.",
    advice:
      "Declare `decimal-mark: \".\"`, of the source or of the question under `answers`, where these are decimals; "
      + "where they are thousands, `decimal-mark: \",\"` with `thousands-mark: \".\"`.",
    suggestion: nil)
}
