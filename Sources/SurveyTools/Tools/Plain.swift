extension SurveyTool {
  /// One header row and nothing else: what people write by hand, and any tool that is not known.
  static let plain = SurveyTool(
    signatures: [],
    hints: ToolHints(),
    header: .headings,
    headings: Headings(areKnownByFields: true),
    ticks: Ticks(
      ticked: ["x", "yes", "true", "selected", "si"],
      notTicked: ["no", "false", "not selected"]),
    other: OtherOption(texts: ["Other"]),
    missing: ["NA", "#N/A", "-88", "-77", "-66", "none given", "no answer"],
    metadata: MetadataColumns(
      unit: [
        "State", "Country", "Member State", "Respondent", "Respondent ID", "Response ID", "ID",
        "UUID", "Token", "Code", "No.", "#", "participant_id", "Submission ID", "formid",
        "Respondent.Serial",
      ],
      received: [
        "Received", "Received date", "Date received", "Submitted", "Submission date",
        "Date submitted", "Submission time", "Completed", "Date",
      ],
      mayBeQuestions: true,
      numbers: [
        "ID", "UUID", "#", "Respondent ID", "RespondentID", "respondent_id", "Response ID",
        "ResponseID", "response_id", "Participant ID", "ParticipantID", "participant_id",
        "Submission ID", "SubmissionID", "submission_id", "Collector ID", "CollectorID",
        "collector_id",
      ]),
    completion: [],
    writesMonthFirst: false)
}
