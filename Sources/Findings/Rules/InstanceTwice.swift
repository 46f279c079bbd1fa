import Basics

extension RuleEntry {
  static let instanceTwice = RuleEntry(
    stage: .normalize, severity: .fatal, base: .repeatRecords,
    reports: "A record of a repeat stands twice.",
    leavesAlone: "Records with equal answers and keys of their own.",
    advice: "Delete the record, or mend its key.",
    suggestion: "delete the record, or mend its key")
}
