import Basics

extension RuleEntry {
  static let instanceTwice = RuleEntry(
    stage: .normalize, severity: .fatal, base: .repeatRecords,
    reports:
      "A record of a repeat stands twice: one of its key is there already; or, of a source with `items`, several "
      + "records are about one item of a submission and say different things, of which none counts. A record of "
      + "an item that says the same as another one is a query, and counts once.",
    leavesAlone: "Records with equal answers and keys, or items, of their own.",
    advice: "Delete the record, or mend its key or item.",
    suggestion: "delete the record, or mend its key or item")
}
