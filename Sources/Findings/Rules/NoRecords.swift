import Basics

extension RuleEntry {
  static let noRecords = RuleEntry(
    stage: .ingest, severity: .query, base: nil,
    reports: "A file of a source has a header and no record.",
    leavesAlone: "Files of which every record is quarantined.",
    advice: "See in the survey tool whether nobody has replied; if somebody has, export again.",
    suggestion: "see in the survey tool whether nobody has replied; if somebody has, export again")
}
