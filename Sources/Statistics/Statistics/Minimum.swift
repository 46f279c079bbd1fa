import Phrases

extension StatisticEntry {
  /// The smallest number, or the earliest date; never weighted.
  static let minimum = StatisticEntry(
    heading: .smallest,
    meaning:
      "The smallest number or the earliest date.",
    formula: .number { $0.minimum },
    precision: .exact,
    isOfDates: true)
}
