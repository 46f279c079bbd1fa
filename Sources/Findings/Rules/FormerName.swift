import Basics

extension RuleEntry {
  static let formerName = RuleEntry(
    stage: .normalize, severity: .query, base: .records,
    reports:
      "A name is that of a State or unit, but not at the cut-off. It is taken for the one that has ever "
      + "been called so.",
    leavesAlone: "Names that held at the cut-off and do not today, and those in `crosswalk.csv`.",
    advice: "Say in `crosswalk.csv` who is meant, or mend the record.",
    suggestion: "say in crosswalk.csv who is meant, or mend the record")
}
