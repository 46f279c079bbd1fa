import Basics

extension RuleEntry {
  static let strayQuote = RuleEntry(
    stage: .ingest, severity: .fatal, base: .records,
    reports: "A quote stands inside a cell, or a quoted cell is followed by text.",
    leavesAlone: "Quoted cells with each inner quote doubled.",
    advice: mendRecord,
    suggestion: mendOrSetQuoting)
}
