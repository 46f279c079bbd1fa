extension SurveyTool {
  /// Microsoft Forms: one header row of question texts; ticks in one cell, each ended by `;`.
  static let msForms = SurveyTool(
    signatures: [.headings(["ID", "Start time", "Completion time", "Email", "Name"])],
    hints: ToolHints(columns: [["ID", "Start time", "Completion time"]]),
    header: .headings,
    headings: Headings(),
    ticks: Ticks(writesMarks: false),
    other: OtherOption(isWrittenInCell: true),
    missing: [],
    metadata: MetadataColumns(
      unit: ["ID"], received: ["Completion time", "Start time"],
      others: ["Email", "Name", "Last modified time"]),
    writesMonthFirst: true)
}
