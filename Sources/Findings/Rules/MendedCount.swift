import Basics

extension RuleEntry {
  static let mendedCount = RuleEntry(
    stage: .normalize, severity: .fatal, base: nil,
    reports:
      "A mended file of a repeat, or of records that name nobody, has more or fewer records than were set "
      + "aside, or a mended record is of another unit, or has another key of a repeat, than the one that it "
      + "stands for.",
    leavesAlone: "Records that are still wrong, each in its place.",
    advice:
      "Keep all records of `quarantine/records/` in their order, and no others: take out one that "
      + "`crosswalk.csv` has found a unit for since. A wrong unit or key is mended in the export.",
    suggestion: "keep all records of quarantine/records/ in their order, and no others")
}
