import Basics

extension RuleEntry {
  static let mendedCount = RuleEntry(
    stage: .normalize, severity: .fatal, base: nil,
    reports: "A mended file of a repeat has more or fewer records than were set aside.",
    leavesAlone: "Records that are still wrong, each in its place.",
    advice: "Keep all records of `quarantine/records/` in their order.",
    suggestion: "keep all records of quarantine/records/ in their order")
}
