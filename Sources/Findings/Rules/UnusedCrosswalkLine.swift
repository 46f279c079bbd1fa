import Basics

extension RuleEntry {
  static let unusedCrosswalkLine = RuleEntry(
    stage: .normalize, severity: .query, base: nil,
    reports: "No record needed a line of `crosswalk.csv`.",
    leavesAlone: "Lines that at least one record needed, and lines of units that sent nothing.",
    advice: "Delete the line, or write the name as the source has it.",
    suggestion: "delete it, or write the name as the source has it")
}
