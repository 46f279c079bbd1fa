extension SurveyTool {
  /// One header row and nothing else: what people write by hand, and any tool that is not known.
  static let plain = SurveyTool(
    signatures: [],
    hints: ToolHints(),
    header: .headings,
    headings: Headings(),
    ticks: Ticks(
      ticked: ["x", "yes", "true", "selected", "si"],
      notTicked: ["no", "false", "not selected"]),
    other: OtherOption(texts: ["Other"]),
    missing: ["NA", "#N/A", "-88", "-77", "-66", "none given", "no answer"],
    metadata: MetadataColumns(
      unit: [
        "State", "Country", "Member State", "Respondent", "Respondent ID", "Response ID", "ID",
        "UUID", "Token", "Code", "No.", "#", "CASE", "lfdn", "session", "interview__key",
        "interview__id", "GlobalID", "ObjectID", "participant_id", "formid", "序号",
        "Respondent.Serial",
      ],
      received: [
        "Received", "Received date", "Date received", "Submitted", "Submission date",
        "Date submitted", "Submission time", "Completed", "Date",
      ],
      mayBeQuestions: true),
    writesMonthFirst: false)
}
