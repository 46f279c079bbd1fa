extension SurveyTool {
  /// One header row of question texts, with the time stamp first; its heading is in the language of
  /// the account, and nothing else is the tool's own, so that no export proves it.
  ///
  /// Ticks stand in one cell, joined by ", " in the spreadsheet of the form and by ";" in the
  /// responses that the form itself gives as CSV.
  static let googleForms = SurveyTool(
    signatures: [],
    hints: ToolHints(columns: timestamps.map { [$0] }),
    header: .headings,
    headings: Headings(),
    ticks: Ticks(writesMarks: false, separator: ", ", otherSeparator: ";"),
    other: OtherOption(isWrittenInCell: true),
    missing: [],
    // A quiz has "Score", which as well may be a question.
    metadata: MetadataColumns(unit: ["Email Address", "Username"], received: timestamps),
    writesMonthFirst: true)

  private static let timestamps = [
    "Timestamp", "Horodateur", "Marca temporal", "Отметка времени", "时间戳记",
  ]
}
