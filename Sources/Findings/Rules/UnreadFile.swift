import Basics

extension RuleEntry {
  static let unreadFile = RuleEntry(
    stage: .ingest, severity: .fatal, base: nil,
    reports: "A file in the input folder is of no source.",
    leavesAlone: "Mended files under the name of a source's file.",
    advice: "Add a source for it, or move it out of the folder.",
    suggestion: nil)
}
