extension Chinese {
  /// Figures, as reports of the United Nations have them.
  static let numerals = Numerals(
    printed: [], spoken: [:],
    powers: [("百万*", 6), ("百*", 2), ("千*", 3), ("万*", 4), ("亿*", 8)],
    percentsBefore: ["百分之"], base: BaseWords(behind: "中"))
}
