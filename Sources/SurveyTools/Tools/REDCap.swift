extension SurveyTool {
  /// One header row: `question___option`, or `label (choice=option)` where labels are exported.
  ///
  /// Ticks are 1 and 0, or Checked and Unchecked; 0 stands for options that nobody saw too, so that
  /// noughts alone are no evidence. `<form>_complete` says how far each form got.
  static let redcap = SurveyTool(
    signatures: [
      .headings(["redcap_event_name"]), .headings(["redcap_data_access_group"]),
      .headings(["redcap_repeat_instrument"]),
    ],
    hints: ToolHints(
      columns: [
        ["redcap_event_name"], ["redcap_survey_identifier"], ["redcap_repeat_instrument"],
      ],
      cuts: [.underscores, .choiceInParentheses]),
    header: .headings,
    headings: Headings(options: [.code(.underscores), .text(.choiceInParentheses)]),
    ticks: Ticks(
      ticked: ["1", "Checked"], notTicked: ["0", "Unchecked"], writesMarks: true,
      haveAllOptions: true),
    other: OtherOption(),
    missing: [],
    metadata: MetadataColumns(
      unit: ["record_id", "Record ID", "study_id", "Study ID"],
      received: ["Survey Timestamp"],
      receivedEnding: "_timestamp",
      others: [
        "redcap_event_name", "Event Name", "redcap_repeat_instrument", "redcap_repeat_instance",
        "Repeat Instrument", "Repeat Instance", "redcap_data_access_group", "Data Access Group",
        "redcap_survey_identifier", "Survey Identifier", "Complete?",
      ],
      endings: ["_timestamp", "_complete"]),
    // 1 is complete and not yet looked at.
    completion: [
      CompletionMark(
        headings: ["Complete?"], ending: "_complete", values: ["0", "Incomplete"])
    ],
    writesMonthFirst: true)
}
