import Phrases

extension StatisticEntry {
  /// The arithmetic mean, Σwx / Σw, as an exact fraction.
  static let mean = StatisticEntry(
    heading: .mean,
    meaning:
      "The mean of a number, or of a scale, whose choices have whole numbers as names.",
    formula: .number { $0.mean },
    precision: .table,
    isOfAllUnits: true)
}
