import Phrases

extension StatisticEntry {
  /// The mean of the ranks that a choice was given, by those who ranked it.
  static let meanRank = StatisticEntry(
    heading: .meanRank,
    meaning:
      "The mean rank among those who ranked the choice; 1 is first.",
    formula: .rank { $0.mean },
    precision: .table)
}
