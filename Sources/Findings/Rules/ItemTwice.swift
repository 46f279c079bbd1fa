import Basics

extension RuleEntry {
  static let itemTwice = RuleEntry(
    stage: .ingest, severity: .fatal, base: .records,
    reports:
      "Of one item a submission has several records that say different things, or a record has no item. A "
      + "record that says the same as another one is a query, and counts once.",
    leavesAlone: "Records of one item on several days, which are of several submissions.",
    advice: "Delete the record that is wrong in the export, and run again.",
    suggestion: "delete the record that is wrong in the export, and run again")
}
