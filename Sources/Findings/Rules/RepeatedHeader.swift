import Basics

extension RuleEntry {
  static let repeatedHeader = RuleEntry(
    stage: .ingest, severity: .query, base: nil,
    reports: "The header of a source stands among its records once more; it is not counted.",
    leavesAlone: "A header of one column, and the header of each mended file.",
    advice: "Two exports may have been joined: look whether the records below came twice.",
    suggestion: "look whether the records below were exported twice")
}
