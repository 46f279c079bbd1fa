extension SurveyTool {
  /// 问卷星 (WJX): one header row; a question has its number before it, `1、…`, and a column of an
  /// option the number and the option, `5、(…)`. "(跳过)" stands where a question was skipped, "(空)" where it was left
  /// blank.
  static let wjx = SurveyTool(
    signatures: [.headings(["序号", "提交答卷时间", "所用时间"])],
    hints: ToolHints(columns: [["序号", "提交答卷时间"]]),
    header: .headings,
    headings: Headings(options: [.text(.numberAndParentheses)]),
    ticks: Ticks(ticked: ["1"], notTicked: ["0"]),
    other: OtherOption(),
    missing: ["(跳过)", "(空)"],
    metadata: MetadataColumns(
      unit: ["序号"],
      received: ["提交答卷时间"],
      others: ["所用时间", "来源", "来源详情", "来自IP"]),
    completion: [],
    writesMonthFirst: false)
}
