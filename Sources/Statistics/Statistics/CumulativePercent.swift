import Phrases

extension StatisticEntry {
  /// A cell and those of the rows above it as a share of the base of their column: 100 · Σn / N, as
  /// statistical packages cumulate the codes of a frequency table in the order in which it has them.
  static let cumulativePercent = StatisticEntry(
    heading: .cumulativePerCent,
    meaning:
      "The codes up to this one, in the order of print, as a share of the base of their column; the "
      + "last has what all codes come to. Nets and codes outside the base have none. It is worked out of "
      + "exact figures: printed percentages may add up to another one. Only for variables of which a unit "
      + "has one code, all offered to everybody.",
    formula: .cumulatedShare,
    precision: .share)
}
