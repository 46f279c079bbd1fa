import Phrases

extension StatisticEntry {
  /// The quantile of three quarters, by definition 2 of Hyndman and Fan 1996.
  static let upperQuartile = StatisticEntry(
    heading: .upperQuartile,
    meaning:
      "The value that three quarters of the numbers lie below, likewise.",
    formula: .number { $0.quantile(3, of: 4) },
    precision: .table)
}
