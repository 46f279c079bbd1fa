import Phrases

extension StatisticEntry {
  /// The sum of the weights of the units in a cell.
  static let weightedCount = StatisticEntry(
    heading: .weightedNumber,
    meaning:
      "The sum of the weights of the units in the cell; needs `weights`, and a base of "
      + "units that replied.",
    formula: .weight,
    precision: .whole,
    isOfDates: true)
}
