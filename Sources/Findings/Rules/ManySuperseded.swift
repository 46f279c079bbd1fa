import Basics

extension RuleEntry {
  static let manySuperseded = RuleEntry(
    stage: .validate, severity: .fatal, base: nil,
    reports:
      "More than half of the units, and at least three, sent several submissions with different "
      + "answers.",
    leavesAlone: "Submissions that are alike, mended records, and `resubmissions: merge`.",
    advice:
      "Look whether the column under `unit` tells respondents apart, and whether the file has several "
      + "records of each.",
    suggestion:
      "look whether 'unit' of the source tells respondents apart, or the source has several records of "
      + "each: a long file, or events")
}
