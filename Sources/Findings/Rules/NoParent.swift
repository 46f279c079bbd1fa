import Basics

extension RuleEntry {
  static let noParent = RuleEntry(
    stage: .normalize, severity: .fatal, base: .repeatRecords,
    reports: "A record of a repeat has the key of no submission.",
    leavesAlone: "Submissions without records in the repeat.",
    advice: "Put the export with its submission into the input folder, or mend the key.",
    suggestion: "put the export with its submission into the input folder, or mend the key")
}
