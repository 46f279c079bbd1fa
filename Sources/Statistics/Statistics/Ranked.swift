import Phrases

extension StatisticEntry {
  /// The units that gave a choice any rank.
  static let ranked = StatisticEntry(
    heading: .timesRanked,
    meaning:
      "How many ranked the choice at all (`rank` questions).",
    formula: .unitsThatRanked,
    precision: .exact)
}
