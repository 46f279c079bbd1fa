import Basics

extension RuleEntry {
  static let zeroByte = RuleEntry(
    stage: .ingest, severity: .fatal, base: .records,
    reports: "A zero byte stands in a record.",
    leavesAlone: "Those of a file in UTF-16, which are halves of its characters.",
    advice: mendRecord,
    suggestion: mendInQuarantine)
}
