extension SurveyTool {
  /// ArcGIS Survey123: one header row, identifiers first, who edited when and where last. Ticks
  /// stand in one field, joined by ",".
  static let survey123 = SurveyTool(
    signatures: [
      .headings(["ObjectID", "GlobalID", "CreationDate", "Creator", "EditDate", "Editor"])
    ],
    hints: ToolHints(columns: [["GlobalID", "CreationDate"]]),
    header: .headings,
    headings: Headings(areKnownByFields: true),
    ticks: Ticks(writesMarks: false, separator: ","),
    other: OtherOption(),
    missing: [],
    metadata: MetadataColumns(
      unit: ["GlobalID", "ObjectID"],
      received: ["CreationDate", "EditDate"],
      others: ["Creator", "Editor", "x", "y"]),
    completion: [],
    writesMonthFirst: true)
}
