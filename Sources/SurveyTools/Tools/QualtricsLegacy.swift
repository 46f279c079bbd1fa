extension SurveyTool {
  /// The exports of Qualtrics before 2017, with two header rows: identifier, question text.
  ///
  /// The first columns are V1 to V10 with the names of today below them. A label is `text-option`,
  /// and either may have a hyphen: only what all labels of a question have alike tells the text.
  static let qualtricsLegacy = SurveyTool(
    signatures: [
      .rows { rows in
        guard rows.count > 1, rows[0].prefix(5) == ["V1", "V2", "V3", "V4", "V5"] else {
          return nil
        }
        return "the header begins with V1 to V5"
      }
    ],
    hints: ToolHints(),
    header: .identifiersAndTexts(rows: 2),
    headings: Headings(
      options: [.number(.underscore, label: nil)],
      otherTextEndings: qualtrics.headings.otherTextEndings,
      wholeEndings: qualtrics.headings.wholeEndings),
    ticks: qualtrics.ticks,
    other: qualtrics.other,
    missing: qualtrics.missing,
    metadata: qualtrics.metadata,
    completion: qualtrics.completion,
    writesMonthFirst: true)
}
