extension SurveyTool {
  /// One header row: `Q[SQ001]` for an option or row, with codes, texts, or both as in
  /// `Q[SQ001]. Text [Option]`; ExpressionScript's codes have "_" for brackets. A ranking has a
  /// column for each rank, `Q[2]` or `Text [Rank 2]`.
  ///
  /// Ticks are Y and N or the words of the survey's language, and either can be converted to 1 and
  /// 2. "No" stands for options that nobody saw too, and N/A for questions, so that noughts alone
  /// are no evidence.
  static let limeSurvey = SurveyTool(
    signatures: [
      .headings(["submitdate", "lastpage", "startlanguage"]),
      .headings(["submitdate. Date submitted", "lastpage. Last page"]),
      .headings(["Date submitted", "Last page", "Start language"]),
    ],
    hints: ToolHints(
      columns: [["submitdate", "lastpage"], ["Date submitted", "Last page"]],
      writesCodeAndText: true),
    header: .headings,
    headings: Headings(
      options: [.bracketed], haveCodeAndText: true, bracketsHoldRanks: true,
      underscoreIsBracket: true, rankWords: ["rank "]),
    ticks: Ticks(
      ticked: ["Y", "Yes", "Oui", "Sí", "1"], notTicked: ["N", "No", "Non", "0"],
      convertedNought: "2", writesMarks: true),
    other: OtherOption(stored: "-oth-", commentCodes: ["comment", "other comment"]),
    missing: ["N/A"],
    metadata: MetadataColumns(
      unit: ["id", "Response ID"],
      received: ["submitdate", "Date submitted"],
      others: [
        "lastpage", "Last page", "startlanguage", "Start language", "seed", "token",
        "Access code", "startdate", "Date started", "datestamp", "Date last action", "ipaddr",
        "IP address", "refurl", "Referrer URL",
      ]),
    completion: [
      CompletionMark(
        headings: [
          "submitdate", "Date submitted", "Datum Abgeschickt", "Date de soumission",
          "Dátum odoslania",
        ],
        beside: ["lastpage", "Last page", "Letzte Seite", "Dernière page"], values: [""])
    ],
    writesMonthFirst: true)
}
