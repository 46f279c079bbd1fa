import Phrases

extension StatisticEntry {
  /// A cell as a share of the total of its row: 100 · n / N.
  static let rowPercent = StatisticEntry(
    heading: .perCentOfRow,
    meaning:
      "The cell as a share of its row's total.",
    formula: .share(of: .rowTotal),
    precision: .share)
}
