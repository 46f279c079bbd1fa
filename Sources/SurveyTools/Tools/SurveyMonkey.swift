extension SurveyTool {
  /// Two header rows: the question's text over the first of its columns, and the option's text, or
  /// a word where the column has the whole answer.
  ///
  /// The column of an option holds the option's text, that of "other" what people wrote.
  static let surveyMonkey = SurveyTool(
    signatures: [
      .rows { rows in
        guard rows.count > 1, rows[0].first == "Respondent ID", rows[1].first == "" else {
          return nil
        }
        if let word = wholes.first(where: rows[1].contains) {
          return "'Respondent ID', and '\(word)' in the second row"
        }
        // Without one open question there are at least columns that have no question above them.
        let option = zip(rows[0], rows[1]).first { $0.isEmpty && !$1.isEmpty }
        return option.map { "'Respondent ID', and '\($0.1)' in the second row under a blank" }
      }
    ],
    hints: ToolHints(),
    header: .questionsAndOptions(wholes: wholes),
    headings: Headings(),
    ticks: Ticks(writesMarks: false),
    other: OtherOption(texts: ["Other (please specify)"], leavesQuestionBlank: true),
    missing: [],
    metadata: MetadataColumns(
      unit: ["Respondent ID"],
      received: ["End Date", "Date Modified", "Start Date", "Date Created"],
      others: [
        "Collector ID", "IP Address", "Email Address", "First Name", "Last Name", "Custom Data 1",
      ]),
    writesMonthFirst: true)

  private static let wholes = ["Response", "Open-Ended Response"]
}
