extension SurveyTool {
  /// ODK Central and Briefcase: one header row of `group-question`, and `group-question/option`
  /// where a select_multiple is split.
  ///
  /// Ticks are joined by a blank. Split, Central writes 0 for questions that nobody answered, too,
  /// so that noughts alone are no evidence; the one field beside them is blank then.
  static let odk = SurveyTool(
    signatures: [
      .headings(["SubmissionDate", "KEY"]),
      // The files of repeats.
      .headings(["PARENT_KEY", "KEY"]),
    ],
    hints: ToolHints(columns: [
      ["KEY", "SubmissionDate"], ["meta/instanceID"], ["meta-instanceID"],
    ]),
    header: .headings,
    headings: formPaths,
    ticks: Ticks(
      ticked: ["1"], notTicked: ["0"], writesMarks: true, separator: " ", separatorIsFixed: true),
    other: OtherOption(),
    missing: [],
    metadata: MetadataColumns(
      unit: ["KEY", "meta-instanceID", "meta/instanceID", "instanceID"],
      received: ["SubmissionDate", "end", "today"],
      others: deviceColumns + [
        "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status",
        "ReviewState", "DeviceID", "Edits", "FormVersion",
      ],
      endings: ["-Latitude", "-Longitude", "-Altitude", "-Accuracy"],
      beginnings: ["SET-OF-"]),
    // What was checked and refused.
    completion: [
      CompletionMark(headings: ["ReviewState"], beside: ["KEY"], values: ["rejected"])
    ],
    writesMonthFirst: true)
}
