extension SurveyTool {
  /// KoboToolbox and ODK: one header row of `group/question` and `group/question/option`, with
  /// names or labels and a separator that can be chosen; ODK writes `-`.
  ///
  /// Ticks are joined by a blank, or stand in columns as 1 and 0, or both; all are blank where
  /// nothing was answered, so that noughts alone are an answer.
  static let kobo = SurveyTool(
    signatures: [
      .headings(["_uuid", "_submission_time"]), .headings(["SubmissionDate", "KEY"]),
      // The files of repeats.
      .headings(["PARENT_KEY", "KEY"]), .headings(["_parent_table_name", "_parent_index"]),
    ],
    hints: ToolHints(
      columns: [["_uuid"], ["_submission_time"], ["KEY", "SubmissionDate"], ["meta/instanceID"]],
      wholeAndOptions: .slash),
    header: .headings,
    headings: Headings(
      options: [.code(.slash)],
      pathSeparators: ["/", "-", ".", ":", "_", "|", " / ", " - ", " > "]),
    ticks: Ticks(
      ticked: ["1"], notTicked: ["0"], writesMarks: true, noughtsAreAnswers: true,
      separator: " ", separatorIsFixed: true),
    other: OtherOption(),
    missing: [],
    metadata: MetadataColumns(
      unit: ["_uuid", "KEY", "meta/instanceID", "meta-instanceID", "_id"],
      received: ["_submission_time", "SubmissionDate", "end", "today"],
      others: [
        "start", "deviceid", "username", "phonenumber", "audit", "_validation_status", "_notes",
        "_status", "_submitted_by", "__version__", "_tags", "_index", "meta/rootUuid",
        "meta/instanceName", "meta-instanceName", "instanceName", "SubmitterID", "SubmitterName",
        "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits",
        "FormVersion",
      ]),
    writesMonthFirst: true)
}
