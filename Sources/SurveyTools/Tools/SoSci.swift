extension SurveyTool {
  /// SoSci Survey: one or two header rows, of variables and of texts; `AB01_02` is an item of the
  /// question `AB01`.
  ///
  /// Codes are numbers: of a tick 1 is "not chosen" and 2 "chosen", the opposite of what any other
  /// tool means by 1. -9 stands for what was not answered, -1 for what was not shown.
  static let soSci = SurveyTool(
    signatures: [.headings(["CASE", "QUESTNNR"])],
    hints: ToolHints(columns: [["CASE", "QUESTNNR"]]),
    header: .headings,
    headings: Headings(options: [.number(.underscore, label: .colon), .digits(.underscore)]),
    ticks: Ticks(ticked: ["2"], notTicked: ["1"], writesMarks: true, areOwn: true),
    other: OtherOption(),
    missing: ["-9", "-1"],
    metadata: MetadataColumns(
      unit: ["CASE", "SERIAL", "REF"],
      received: ["LASTDATA", "STARTED"],
      others: [
        "QUESTNNR", "MODE", "STATUS", "TIME_SUM", "MAILSENT", "FINISHED", "Q_VIEWER", "LASTPAGE",
        "MAXPAGE", "MISSING", "MISSREL", "TIME_RSI", "DEG_TIME",
      ],
      endings: ["_CP"], beginnings: ["TIME0"],
      tests: MetadataColumns.Tests(
        columns: ["MODE", "Q_VIEWER"], values: ["admin", "pretest", "test", "debug", "1"])),
    completion: [CompletionMark(headings: ["FINISHED"], beside: ["QUESTNNR"], values: ["0"])],
    writesMonthFirst: false)
}
