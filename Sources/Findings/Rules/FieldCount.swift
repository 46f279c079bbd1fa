import Basics

extension RuleEntry {
  static let fieldCount = RuleEntry(
    stage: .ingest, severity: .fatal, base: .records,
    reports: "A record has more or fewer fields than the header has columns.",
    leavesAlone:
      "Blank fields beyond the last column where most records have as many, and blank records.",
    advice: mendRecord,
    suggestion: mendInQuarantine)
}
