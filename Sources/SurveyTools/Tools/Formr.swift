extension SurveyTool {
  /// formr: one header row of variables; ticks stand in one field, joined by ", ". `ended` is blank
  /// where somebody has not finished.
  static let formr = SurveyTool(
    signatures: [.headings(["session", "created", "modified", "ended", "expired"])],
    hints: ToolHints(columns: [["session", "created", "ended"]]),
    header: .headings,
    headings: Headings(),
    ticks: Ticks(writesMarks: false, separator: ", "),
    other: OtherOption(),
    missing: [],
    metadata: MetadataColumns(
      unit: ["session"],
      received: ["ended", "modified", "created"],
      others: ["session_id", "study_id", "expired", "iteration"]),
    completion: [CompletionMark(headings: ["ended"], beside: ["session"], values: [""])],
    writesMonthFirst: false)
}
