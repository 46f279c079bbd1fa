extension Chinese {
  /// Figures, as reports of the United Nations have them.
  static let numerals = Numerals(printed: [], spoken: [:], base: BaseWords(behind: "中"))
}
