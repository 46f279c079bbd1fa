import Phrases

extension StatisticEntry {
  /// The largest number, or the latest date; never weighted.
  static let maximum = StatisticEntry(
    heading: .largest,
    meaning:
      "The largest number or the latest date.",
    formula: .number { $0.maximum },
    precision: .exact,
    isOfDates: true)
}
