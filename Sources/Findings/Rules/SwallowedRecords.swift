import Basics

extension RuleEntry {
  static let swallowedRecords = RuleEntry(
    stage: .ingest, severity: .query, base: .records,
    reports: "A quoted field holds lines with as many fields as the header has.",
    leavesAlone: "Fields over several lines of prose.",
    advice: "Look at the line in a text editor: a quote may have been opened and closed later.",
    suggestion:
      "look at this line of the source in a text editor; where a quote is wrong, ask for a "
      + "new export or mend a copy of it")
}
