package import Phrases

/// A figure that a table gives of its cells, by the name that the table plan has for it.
///
/// Each is one file of `Statistics/`; the switch below leads to it.
package enum Statistic: String, Sendable, CaseIterable {
  case count
  case percent
  case rowPercent = "row-percent"
  case tablePercent = "table-percent"
  case responsePercent = "response-percent"
  case cumulativePercent = "cumulative-percent"
  case weightedCount = "weighted-count"
  case mean
  case median
  case lowerQuartile = "lower-quartile"
  case upperQuartile = "upper-quartile"
  case standardDeviation = "standard-deviation"
  case sum
  case minimum
  case maximum
  case ranked
  case rankedPercent = "ranked-percent"
  case meanRank = "mean-rank"
  case lowerLimit = "lower-limit"
  case upperLimit = "upper-limit"
  case higherThan = "higher-than"

  package var entry: StatisticEntry {
    switch self {
    case .count: .count
    case .percent: .percent
    case .rowPercent: .rowPercent
    case .tablePercent: .tablePercent
    case .responsePercent: .responsePercent
    case .cumulativePercent: .cumulativePercent
    case .weightedCount: .weightedCount
    case .mean: .mean
    case .median: .median
    case .lowerQuartile: .lowerQuartile
    case .upperQuartile: .upperQuartile
    case .standardDeviation: .standardDeviation
    case .sum: .sum
    case .minimum: .minimum
    case .maximum: .maximum
    case .ranked: .ranked
    case .rankedPercent: .rankedPercent
    case .meanRank: .meanRank
    case .lowerLimit: .lowerLimit
    case .upperLimit: .upperLimit
    case .higherThan: .higherThan
    }
  }

  package var formula: StatisticEntry.Formula { entry.formula }
  package var kind: StatisticEntry.Kind { entry.kind }
  /// What a heading says after the label of the column.
  package var heading: Phrase { entry.heading }
}
