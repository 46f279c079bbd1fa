package import Phrases

/// What there is to know of one statistic: how it is worked out, how it is printed and what it is
/// called.
package struct StatisticEntry: Sendable {
  /// What a heading says after the label of the column.
  package let heading: Phrase
  /// What the reference page says of it.
  package let meaning: String
  package let formula: Formula
  package let precision: Precision
  /// Whether a date has the statistic.
  package let isOfDates: Bool
  /// Of numbers: whether it is of all units together, so that no single answer follows from it.
  package let isOfAllUnits: Bool

  package init(
    heading: Phrase, meaning: String, formula: Formula, precision: Precision,
    isOfDates: Bool = false, isOfAllUnits: Bool = false
  ) {
    self.heading = heading
    self.meaning = meaning
    self.formula = formula
    self.precision = precision
    self.isOfDates = isOfDates
    self.isOfAllUnits = isOfAllUnits
  }

  /// How a statistic follows from what was counted.
  package enum Formula: Sendable {
    /// The number of units.
    case units
    /// What the units count for.
    case weight
    /// What part of some cell the units are, in per cent.
    case share(of: Whole)
    /// What part of the base the units of a cell and of those above it are, in per cent.
    case cumulatedShare
    /// A figure of the numbers behind a cell.
    case number(@Sendable (NumberSummary) -> Quantity?)
    /// The number of units that gave a choice any rank.
    case unitsThatRanked
    /// Their share of the base, in per cent.
    case shareThatRanked
    /// A figure of the ranks that a choice was given.
    case rank(@Sendable (NumberSummary) -> Quantity?)
    /// A limit of the confidence interval of the share, or of the mean.
    case limit(@Sendable (ConfidenceInterval) -> Double)
    /// The columns that a share, or a mean, is higher than.
    case comparison
  }

  /// The cell that a share is of.
  package enum Whole: Sendable {
    /// The base of the column.
    case base
    /// The same row in the total column.
    case rowTotal
    /// The base of the total column.
    case tableBase
    /// All choices made in the column.
    case choicesMade
  }

  /// The decimals that a table prints a figure with.
  package enum Precision: Sendable {
    /// As many as it has.
    case exact
    /// As many as it has, but those of the table for a sum of weights.
    case exactUnlessWeighted
    /// None.
    case whole
    /// Those of percentages, which are 0 and 100 only where that is exact.
    case share
    /// One more than those of percentages; those of the table where the limit is of a mean.
    case limit
    /// Those of the table.
    case table
  }

  /// What a statistic is made of, which decides the rows that have it.
  package enum Kind: Sendable {
    case count
    case share
    case number
    case rank
    /// What only a sample has.
    case inference
  }

  package var kind: Kind {
    switch formula {
    case .units, .weight: .count
    case .share, .cumulatedShare: .share
    case .number: .number
    case .unitsThatRanked, .shareThatRanked, .rank: .rank
    case .limit, .comparison: .inference
    }
  }
}
