extension SurveyTool {
  /// Alchemer, once SurveyGizmo: one header row; a column of an option is `option:question`, with
  /// the option's text where it is ticked.
  static let alchemer = SurveyTool(
    signatures: [.headings(["Response ID", "Time Started", "Date Submitted", "Status"])],
    hints: ToolHints(columns: [["Response ID", "Time Started", "Date Submitted"]]),
    header: .headings,
    headings: Headings(areKnownByFields: true, optionStandsFirst: .colon),
    ticks: Ticks(writesMarks: false),
    other: OtherOption(),
    missing: [],
    metadata: MetadataColumns(
      unit: ["Response ID"],
      received: ["Date Submitted", "Time Started"],
      others: [
        "Status", "Contact ID", "Legacy Comments", "Comments", "Language", "Referer",
        "Extended Referer", "SessionID", "User Agent", "Extended User Agent", "Longitude",
        "Latitude", "Country", "City", "State/Region", "Postal",
      ]),
    completion: [
      CompletionMark(
        headings: ["Status"], beside: ["Time Started"], values: ["Partial", "Disqualified"])
    ],
    writesMonthFirst: true)
}
