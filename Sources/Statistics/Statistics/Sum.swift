import Phrases

extension StatisticEntry {
  /// Σwx, exact.
  static let sum = StatisticEntry(
    heading: .sum,
    meaning:
      "The sum of the numbers, weighted where the table is.",
    formula: .number { $0.sum },
    precision: .exactUnlessWeighted,
    isOfAllUnits: true)
}
