extension SurveyTool {
  /// Survey Solutions: tab-separated, one header row of variables, `question__code` for an option,
  /// where a minus is written "n".
  ///
  /// Ticks are 1 and 0; ordered ones are ranks, with 0 for what was not chosen. What was asked and
  /// not answered has a number or text of its own, what was not asked is blank.
  static let surveySolutions = SurveyTool(
    signatures: [.headings(["interview__key", "interview__id"])],
    hints: ToolHints(columns: [["interview__key"], ["interview__id"]]),
    header: .headings,
    headings: Headings(options: [.code(.doubleUnderscore)]),
    ticks: Ticks(ticked: ["1"], notTicked: ["0"], writesMarks: true, canBeOrdered: true),
    other: OtherOption(),
    missing: ["-999999999", "##N/A##"],
    metadata: MetadataColumns(
      unit: ["interview__key", "interview__id"],
      others: [
        "sssys_irnd", "has__errors", "interview__status", "assignment__id",
      ]),
    // Assigned, rejected by the supervisor, rejected by headquarters.
    completion: [
      CompletionMark(
        headings: ["interview__status"], beside: ["interview__key", "interview__id"],
        values: ["60", "65", "125"])
    ],
    writesMonthFirst: false)
}
