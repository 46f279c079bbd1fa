import Phrases

extension StatisticEntry {
  /// A cell as a share of the base of its column: 100 · n / N.
  static let percent = StatisticEntry(
    heading: .perCent,
    meaning:
      "The cell as a share of the base of its column. With `base: answered` it is the "
      + "valid per cent of statistical packages, with `population` the per cent of all "
      + "cases; of a `select_multiple` the per cent of cases, which may add up to more "
      + "than 100.",
    formula: .share(of: .base),
    precision: .share)
}
