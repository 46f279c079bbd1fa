import Basics

extension RuleEntry {
  static let shiftedRecord = RuleEntry(
    stage: .ingest, severity: .fatal, base: .records,
    reports:
      "A record has as many fields as the header has columns, but some fit only the columns beside their "
      + "own, by numbers, dates, identifiers or the few texts that recur in a column. One field alone is "
      + "a query, and the record is kept.",
    leavesAlone:
      "Fields that fit both columns, columns of free text, what stands in several records, and mended "
      + "files.",
    advice: "\(mendRecord) A record that is right is put there as it is.",
    suggestion: mendInQuarantine)
}
