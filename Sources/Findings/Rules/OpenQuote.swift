import Basics

extension RuleEntry {
  static let openQuote = RuleEntry(
    stage: .ingest, severity: .fatal, base: .records,
    reports: "A quote is opened and never closed.",
    leavesAlone: "Quoted fields that go over several lines.",
    advice: mendRecord,
    suggestion: mendOrSetQuoting)
}
