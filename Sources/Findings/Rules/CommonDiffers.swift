import Basics

extension RuleEntry {
  static let commonDiffers = RuleEntry(
    stage: .normalize, severity: .fatal, base: .repeatRecords,
    reports:
      "Records of one submission, each about an item, say different things in a column that all of them are "
      + "said to have in common: nobody can tell which is right, and none of them counts.",
    leavesAlone:
      "Differences in capitals and blanks, and in how letters with accents are composed.",
    advice:
      "Mend the records in the export, or take the column out of `by` of the source where it is about each item.",
    suggestion:
      "mend the records; or take the column out of 'by' of the source, if it is about each item")
}
