import Phrases

extension StatisticEntry {
  /// The lower limit of the confidence interval: of a share that of Wilson 1927, of a mean that of
  /// Student.
  static let lowerLimit = StatisticEntry(
    heading: .lowerLimit,
    meaning:
      "The lower limit of the confidence interval of the percentage (Wilson 1927) or "
      + "of the mean (Student); needs `sample`.",
    formula: .limit { $0.lower },
    precision: .limit)
}
