import Basics

extension RuleEntry {
  static let questionNotInSource = RuleEntry(
    stage: .normalize, severity: .query, base: nil,
    reports: "No column of a source is a question; it counts as not asked.",
    leavesAlone: "Questions that the source's `version` does not have.",
    advice: "Map its column under `columns` of the source, or declare its `version`.",
    suggestion: "map its column under 'columns' of the source, or declare its 'version'")
}
