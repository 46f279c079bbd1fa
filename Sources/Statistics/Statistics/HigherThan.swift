import Phrases

extension StatisticEntry {
  /// The columns from which a figure is higher by more than chance: the pooled test of two shares,
  /// that of Welch 1947 for two means.
  static let higherThan = StatisticEntry(
    heading: .higherThan,
    meaning:
      "The letters of those columns of the same banner variable from which the "
      + "percentage or mean is higher by more than chance; needs `sample`.",
    formula: .comparison,
    precision: .exact)
}
