import Basics

extension RuleEntry {
  static let unmappedColumn = RuleEntry(
    stage: .normalize, severity: .query, base: nil,
    reports: "A column of a source is no question and not under `ignore`.",
    leavesAlone: "Columns that `pipeline.yaml` names, and those only a survey tool needs.",
    advice: "Map it under `columns` of the source, or ignore it.",
    suggestion: nil)
}
