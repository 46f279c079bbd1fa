import Basics

extension RuleEntry {
  static let strayQuote = RuleEntry(
    stage: .ingest, severity: .fatal, base: .records,
    reports: "A quote stands inside a field, or a quoted field is followed by text.",
    leavesAlone: "Quoted fields with each inner quote doubled.",
    advice: mendRecord,
    suggestion: mendOrSetQuoting)
}
