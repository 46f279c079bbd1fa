extension SurveyTool {
  /// KoboToolbox: one header row of `group/question` and `group/question/option`, with names or
  /// labels and a separator that can be chosen.
  ///
  /// Ticks are joined by a blank, or stand in columns as 1 and 0, or both; all are blank where
  /// nothing was answered, so that noughts alone are an answer.
  static let kobo = SurveyTool(
    signatures: [
      .headings(["_uuid", "_submission_time"]), .headings(["__version__", "_uuid"]),
      // The files of repeats.
      .headings(["_parent_table_name", "_parent_index"]),
    ],
    hints: ToolHints(
      columns: [["_uuid"], ["_submission_time"]], wholeAndOptions: .slash),
    header: .headings,
    headings: formPaths,
    ticks: Ticks(
      ticked: ["1"], notTicked: ["0"], writesMarks: true, noughtsAreAnswers: true,
      haveAllOptions: true,
      separator: " ", separatorIsFixed: true),
    other: OtherOption(),
    missing: [],
    metadata: MetadataColumns(
      unit: ["_uuid", "meta/instanceID", "_id"],
      received: ["_submission_time", "end", "today"],
      others: deviceColumns + ofSubmissions
        // In the files of repeats.
        + ["_index", "_parent_table_name", "_parent_index"]
        + (["_id", "_uuid", "_submission_time"] + ofSubmissions).map { "_submission_" + $0 }),
    // What was checked and refused.
    completion: [
      CompletionMark(
        headings: ["_validation_status"], beside: ["_uuid", "_id"],
        values: ["validation_status_not_approved", "Not approved"])
    ],
    writesMonthFirst: true)

  private static let ofSubmissions = [
    "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_tags",
  ]

  /// The headings of forms after XLSForm: a question lies in groups.
  static let formPaths = Headings(
    options: [.code(.slash)],
    pathSeparators: ["/", "-", ".", ":", "_", "|", " / ", " - ", " > "])

  /// What forms after XLSForm note of themselves, whoever collects them.
  static let deviceColumns = [
    "start", "deviceid", "username", "phonenumber", "audit", "meta/rootUuid", "meta/instanceName",
    "meta-instanceName", "instanceName",
  ]
}
