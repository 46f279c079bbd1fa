extension SurveyTool {
  /// No header row: columns are known by their positions alone.
  static let noHeader = SurveyTool(
    signatures: [],
    hints: ToolHints(),
    header: .none,
    headings: Headings(),
    ticks: Ticks(),
    other: OtherOption(),
    missing: [],
    metadata: MetadataColumns(),
    completion: [],
    writesMonthFirst: true)
}
