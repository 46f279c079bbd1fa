extension SurveyTool {
  /// Three header rows: identifier, question text, JSON with the ImportId.
  ///
  /// An option is `Q2_3` with the label `text - option`, what people wrote under it `Q2_3_TEXT`
  /// with `text - option - Text`, and the question without that `text - Selected Choice`. The order in
  /// which choices were shown, times, groups of a score and signs of fraud are no answers. Columns
  /// are those of "Understanding Your Dataset"; a question that was seen and not answered can be
  /// -99.
  static let qualtrics = SurveyTool(
    signatures: [
      .rows { rows in
        guard rows.count > 2, rows[2].contains(where: { $0.hasPrefix("{\"ImportId\":") }) else {
          return nil
        }
        return "the third row has ImportId"
      }
    ],
    hints: ToolHints(),
    header: .identifiersAndTexts(rows: 3),
    headings: Headings(
      options: [.number(.underscore, label: .spacedHyphen)],
      otherTextEndings: ["_TEXT", " - Text"],
      wholeEndings: [" - Selected Choice"]),
    ticks: Ticks(writesMarks: false, separator: ","),
    other: OtherOption(),
    missing: ["-99"],
    metadata: MetadataColumns(
      unit: ["ResponseId", "ResponseID"],
      received: ["RecordedDate", "EndDate", "StartDate"],
      others: [
        "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "ResponseSet",
        "Name", "ExternalDataReference", "EmailAddress", "RecipientLastName",
        "RecipientFirstName", "RecipientEmail", "ExternalReference", "LocationLatitude",
        "LocationLongitude", "LocationAccuracy", "DistributionChannel", "UserLanguage",
      ],
      endings: [
        "_First Click", "_Last Click", "_Page Submit", "_Click Count", "_NPS_GROUP", " - Topics",
      ],
      middles: ["_DO_"],
      beginnings: ["Q_Recaptcha", "Q_Relevant", "Q_Duplicate", "Q_BallotBox"],
      tests: MetadataColumns.Tests(column: "Status", values: ["Survey Preview", "Survey Test"])),
    writesMonthFirst: true)
}
