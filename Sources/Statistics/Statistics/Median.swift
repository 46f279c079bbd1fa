import Phrases

extension StatisticEntry {
  /// The quantile of one half, by definition 2 of Hyndman and Fan, Sample quantiles in statistical
  /// packages, 1996.
  static let median = StatisticEntry(
    heading: .median,
    meaning:
      "The value that half of the numbers lie below; between two, their mean.",
    formula: .number { $0.quantile(1, of: 2) },
    precision: .table)
}
