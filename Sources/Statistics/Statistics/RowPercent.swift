extension StatisticEntry {
  /// A cell as a share of the total of its row: 100 · n / N.
  static let rowPercent = StatisticEntry(
    heading: "per cent of row",
    meaning:
      "The cell as a share of its row's total.",
    formula: .share(of: .rowTotal),
    precision: .share)
}
