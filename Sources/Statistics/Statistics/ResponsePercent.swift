import Phrases

extension StatisticEntry {
  /// A cell as a share of all choices made in its column: 100 · n / N; a unit with several choices
  /// counts for several.
  static let responsePercent = StatisticEntry(
    heading: .perCentOfChoices,
    meaning:
      "The cell as a share of all choices made in its column, which the row "
      + "`.responses` counts; it adds up to 100 for a `select_multiple` too.",
    formula: .share(of: .choicesMade),
    precision: .share)
}
