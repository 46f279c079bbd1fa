import Phrases

extension StatisticEntry {
  /// The units that gave a choice any rank, as a share of the base.
  static let rankedPercent = StatisticEntry(
    heading: .perCentThatRanked,
    meaning:
      "The same as a share of the base.",
    formula: .shareThatRanked,
    precision: .share)
}
