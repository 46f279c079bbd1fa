import Phrases

extension StatisticEntry {
  /// The root of n / (n − 1) · (Σwx² / Σw − (Σwx / Σw)²); only the root is not exact.
  static let standardDeviation = StatisticEntry(
    heading: .standardDeviation,
    meaning:
      "The root of the mean squared distance from the mean, divided by one less than "
      + "the number of units.",
    formula: .number { $0.standardDeviation.map { .real($0) } },
    precision: .table)
}
