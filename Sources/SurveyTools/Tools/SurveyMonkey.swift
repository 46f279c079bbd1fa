extension SurveyTool {
  /// Two header rows: the question's text over the first of its columns, and the option's text, or
  /// a word where the column has the whole answer.
  ///
  /// The column of an option holds the option's text, that of "other" what people wrote.
  static let surveyMonkey = SurveyTool(
    signatures: [
      .rows { rows in
        guard rows.count > 1, let id = rows[0].first, rows[1].first.map(OptionRow.isBlank) ?? false,
          id.lowercased().filter(\.isLetter) == "respondentid"
        else { return nil }
        if let word = OptionRow.whole(in: rows[1]) {
          return "'\(id)', and '\(word)' in the second row"
        }
        // Without one open question there are at least columns that have no question above them.
        let option = OptionRow.option(in: rows[1], under: rows[0])
        return option.map { "'\(id)', and '\($0)' in the second row under a blank" }
      }
    ],
    hints: ToolHints(),
    header: .questionsAndOptions(wholes: ["Response", "Open-Ended Response"]),
    headings: Headings(),
    ticks: Ticks(writesMarks: false),
    other: OtherOption(texts: ["Other (please specify)"], leavesQuestionBlank: true),
    missing: [],
    metadata: MetadataColumns(
      unit: ["Respondent ID", "RespondentID", "respondent_id"],
      received: [
        "End Date", "EndDate", "end_date", "Date Modified", "Start Date", "StartDate", "start_date",
        "Date Created",
      ],
      others: [
        "Collector ID", "CollectorID", "collector_id", "IP Address", "Email Address", "First Name",
        "Last Name", "Custom Data 1",
      ]),
    completion: [],
    writesMonthFirst: true)
}
