extension SurveyTool {
  /// Three header rows: identifier, question text, JSON with the ImportId. People delete the third or
  /// the second, and put the texts first.
  ///
  /// An option is `Q2_3` with the label `text - option`, what people wrote under it `Q2_3_TEXT`
  /// with `text - option - Text`, and the question without that `text - Selected Choice`. The order in
  /// which choices were shown, times, groups of a score and signs of fraud are no answers. Columns
  /// are those of "Understanding Your Dataset"; a question that was seen and not answered can be
  /// -99.
  static let qualtrics = SurveyTool(
    signatures: [
      .rows { rows in
        guard let index = rows.firstIndex(where: { HeaderMark($0) == .importIds }) else {
          return nil
        }
        return "the \(["first", "second", "third", "fourth"][min(index, 3)]) row has ImportId"
      }
    ],
    hints: ToolHints(
      columns: [
        ["ResponseId", "RecordedDate", "Finished"], ["Response ID", "Recorded Date", "Finished"],
        ["Antwort-ID", "Erfassungsdatum", "Beendet"],
      ]),
    header: .identifiersAndTexts(rows: 3),
    headings: Headings(
      options: [.number(.underscore, label: .spacedHyphen)],
      otherTextEndings: ["_TEXT", " - Text"],
      wholeEndings: [" - Selected Choice"]),
    ticks: Ticks(writesMarks: false, separator: ","),
    other: OtherOption(),
    missing: ["-99"],
    metadata: MetadataColumns(
      unit: ["ResponseId", "ResponseID", "Response ID", "Antwort-ID"],
      received: [
        "RecordedDate", "Recorded Date", "Erfassungsdatum", "EndDate", "End Date", "StartDate",
        "Start Date",
      ],
      others: [
        "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "ResponseSet",
        "Name", "ExternalDataReference", "EmailAddress", "RecipientLastName",
        "RecipientFirstName", "RecipientEmail", "ExternalReference", "LocationLatitude",
        "LocationLongitude", "LocationAccuracy", "DistributionChannel", "UserLanguage",
        "Response Type", "Antworttyp", "Aktueller Stand", "Anfangsdatum", "Enddatum",
      ],
      endings: [
        "_First Click", "_Last Click", "_Page Submit", "_Click Count", "_NPS_GROUP", " - Topics",
      ],
      middles: ["_DO_"],
      beginnings: ["Q_Recaptcha", "Q_Relevant", "Q_Duplicate", "Q_BallotBox"],
      tests: MetadataColumns.Tests(
        columns: ["Status", "Response Type", "Antworttyp"], values: Self.trialRuns)),
    // Today and before 2017.
    completion: [
      CompletionMark(
        headings: ["Finished", "Beendet", "V10"],
        beside: ["ResponseId", "Response ID", "Antwort-ID", "ResponseSet"], values: ["0", "False"])
    ],
    writesMonthFirst: true)

  /// What `Status` has for previews, tests and spam, in words or as codes.
  private static let trialRuns = [
    "Survey Preview", "Survey Perview", "Survey Test", "Survey Preview Spam",
    "Offline Survey Preview",
    "Spam", "Imported Spam", "EX Spam", "1", "2", "8", "9", "12", "17", "40",
  ]
}
