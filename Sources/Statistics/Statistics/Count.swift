import Phrases

extension StatisticEntry {
  /// The units of a cell, one each.
  static let count = StatisticEntry(
    heading: .number,
    meaning:
      "Units in the cell; never weighted.",
    formula: .units,
    precision: .exact,
    isOfDates: true)
}
