extension SurveyTool {
  /// Typeform: one header row; `#` first, the times last. Ticks of one field are joined by " / ",
  /// which may stand before the first.
  static let typeform = SurveyTool(
    signatures: [.headings(["#", "Start Date (UTC)", "Submit Date (UTC)"])],
    hints: ToolHints(columns: [["Submit Date (UTC)"], ["#", "Network ID"]]),
    header: .headings,
    headings: Headings(areKnownByFields: true),
    ticks: Ticks(writesMarks: false, separator: " / "),
    other: OtherOption(),
    missing: [],
    metadata: MetadataColumns(
      unit: ["#", "Token"],
      received: ["Submit Date (UTC)", "Submitted At", "Start Date (UTC)"],
      others: ["Network ID"]),
    completion: [],
    writesMonthFirst: false)
}
