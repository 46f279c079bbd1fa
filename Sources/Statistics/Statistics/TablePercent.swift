import Phrases

extension StatisticEntry {
  /// A cell as a share of the base of the total column: 100 · n / N.
  static let tablePercent = StatisticEntry(
    heading: .perCentOfTable,
    meaning:
      "The cell as a share of the base of the total column.",
    formula: .share(of: .tableBase),
    precision: .share)
}
