import Basics

extension RuleEntry {
  static let cumulativeSource = RuleEntry(
    stage: .ingest, severity: .fatal, base: nil,
    reports: "A source without identifiers begins or ends with all records of another one.",
    leavesAlone: "Mended files, and sources in which respondents are told apart.",
    advice: "Leave the older export out of `Input/<collection>/`, or its records count twice.",
    suggestion: "take the smaller of the two out of the input folder: its records count twice")
}
