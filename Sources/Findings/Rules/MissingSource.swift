import Basics

extension RuleEntry {
  static let missingSource = RuleEntry(
    stage: .ingest, severity: .fatal, base: nil,
    reports: "A source of `pipeline.yaml` has no file in the input folder.",
    leavesAlone: "A pattern that at least one file matches.",
    advice: "Put the export there, or delete the source.",
    suggestion: "put the export there or delete the source")
}
