import Basics

extension RuleEntry {
  static let blankKey = RuleEntry(
    stage: .normalize, severity: .fatal, base: .repeatRecords,
    reports:
      "A record of a repeat has no key of its submission, or says not which item it is about.",
    leavesAlone: "Keys with blanks around them.",
    advice: mendRecord,
    suggestion: "write the key of its submission")
}
