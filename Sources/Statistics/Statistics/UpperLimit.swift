import Phrases

extension StatisticEntry {
  /// The upper limit of the confidence interval: of a share that of Wilson 1927, of a mean that of
  /// Student.
  static let upperLimit = StatisticEntry(
    heading: .upperLimit,
    meaning:
      "The upper limit of the same interval; needs `sample`.",
    formula: .limit { $0.upper },
    precision: .limit)
}
