import Basics

extension RuleEntry {
  static let undecidedDate = RuleEntry(
    stage: .normalize, severity: .fatal, base: .records,
    reports: "The day a record was received on cannot be told.",
    leavesAlone: "ISO dates, and others in the `date-order` of the source.",
    advice: "Mend the date, or declare `date-order` of the source.",
    suggestion: nil)
}
