extension SurveyTool {
  /// Unipark (EFS Survey, Tivian): one header row of variables, `v_1` and on.
  static let unipark = SurveyTool(
    signatures: [.headings(["lfdn", "dispcode"])],
    hints: ToolHints(columns: [["lfdn"]]),
    header: .headings,
    headings: Headings(areKnownByFields: true),
    ticks: Ticks(ticked: ["1"], notTicked: ["0"]),
    other: OtherOption(),
    missing: ["-77", "-99", "-66"],
    metadata: MetadataColumns(
      unit: ["lfdn"],
      others: [
        "external_lfdn", "tester", "dispcode", "lastpage", "quality", "duration", "browser",
        "referer", "device_type", "participant_browser", "quota", "quota_assignment",
        "page_history", "hflip", "vflip", "output_mode", "javascript", "flash", "session_id",
        "language", "cleaned", "ats", "dateofexpire",
      ],
      // Times of pages, and what came with the link and the panel.
      beginnings: ["rts", "c_0", "p_0"],
      tests: MetadataColumns.Tests(columns: ["tester"], values: ["1"])),
    // 31 and 32 are complete; 22 and its like broken off.
    completion: [
      CompletionMark(
        headings: ["dispcode"], beside: ["lfdn"],
        values: ["20", "21", "22", "23", "36", "37", "39", "41"])
    ],
    writesMonthFirst: false)
}
