import Phrases

extension StatisticEntry {
  /// The quantile of one quarter, by definition 2 of Hyndman and Fan 1996.
  static let lowerQuartile = StatisticEntry(
    heading: .lowerQuartile,
    meaning:
      "The value that a quarter of the numbers lie below; where the quarter ends "
      + "between two, their mean (Hyndman and Fan 1996, definition 2).",
    formula: .number { $0.quantile(1, of: 4) },
    precision: .table)
}
