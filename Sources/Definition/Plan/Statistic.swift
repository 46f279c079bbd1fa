extension Table {
  /// A figure that a table gives of its cells.
  package enum Statistic: String, Sendable, CaseIterable {
    case count
    case percent
    case rowPercent = "row-percent"
    case tablePercent = "table-percent"
    case responsePercent = "response-percent"
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
  }
}

extension Table.Statistic {
  /// What a statistic is made of.
  package enum Kind: Sendable {
    case count
    /// A share of some base, in per cent.
    case share
    /// A figure of the numbers behind a cell.
    case number
    /// A figure of the ranks that a choice was given.
    case rank
    /// What only a sample has.
    case inference
  }

  package var kind: Kind {
    switch self {
    case .count, .weightedCount: .count
    case .percent, .rowPercent, .tablePercent, .responsePercent: .share
    case .mean, .median, .lowerQuartile, .upperQuartile, .standardDeviation, .sum, .minimum,
      .maximum:
      .number
    case .ranked, .rankedPercent, .meanRank: .rank
    case .lowerLimit, .upperLimit, .higherThan: .inference
    }
  }

  /// Whether a date has the statistic.
  var isOfDates: Bool { [.count, .weightedCount, .minimum, .maximum].contains(self) }

  /// What a heading says after the label of the column.
  package var heading: String {
    switch self {
    case .count: "number"
    case .percent: "per cent"
    case .rowPercent: "per cent of row"
    case .tablePercent: "per cent of table"
    case .responsePercent: "per cent of choices made"
    case .weightedCount: "weighted number"
    case .mean: "mean"
    case .median: "median"
    case .lowerQuartile: "lower quartile"
    case .upperQuartile: "upper quartile"
    case .standardDeviation: "standard deviation"
    case .sum: "sum"
    case .minimum: "smallest"
    case .maximum: "largest"
    case .ranked: "times ranked"
    case .rankedPercent: "per cent that ranked it"
    case .meanRank: "mean rank"
    case .lowerLimit: "lower limit"
    case .upperLimit: "upper limit"
    case .higherThan: "higher than"
    }
  }

  /// What the reference page says of it.
  var meaning: String {
    switch self {
    case .count: "Units in the cell; never weighted."
    case .percent:
      "The cell as a share of the base of its column. With `base: answered` it is the valid per "
        + "cent of statistical packages, with `population` the per cent of all cases; of a "
        + "`select_multiple` the per cent of cases, which may add up to more than 100."
    case .rowPercent: "The cell as a share of its row's total."
    case .tablePercent: "The cell as a share of the base of the total column."
    case .responsePercent:
      "The cell as a share of all choices made in its column, which the row `.responses` counts; "
        + "it adds up to 100 for a `select_multiple` too."
    case .weightedCount:
      "The sum of the weights of the units in the cell; needs `weights`, and a base of units that "
        + "replied."
    case .mean: "The mean of a number, or of a scale, whose choices have whole numbers as names."
    case .median: "The value that half of the numbers lie below; between two, their mean."
    case .lowerQuartile:
      "The value that a quarter of the numbers lie below; where the quarter ends between two, "
        + "their mean (Hyndman and Fan 1996, definition 2)."
    case .upperQuartile: "The value that three quarters of the numbers lie below, likewise."
    case .standardDeviation:
      "The root of the mean squared distance from the mean, divided by one less than the number "
        + "of units."
    case .sum: "The sum of the numbers, weighted where the table is."
    case .minimum: "The smallest number or the earliest date."
    case .maximum: "The largest number or the latest date."
    case .ranked: "How many ranked the choice at all (`rank` questions)."
    case .rankedPercent: "The same as a share of the base."
    case .meanRank: "The mean rank among those who ranked the choice; 1 is first."
    case .lowerLimit:
      "The lower limit of the confidence interval of the percentage (Wilson 1927) or of the mean "
        + "(Student); needs `sample`."
    case .upperLimit: "The upper limit of the same interval; needs `sample`."
    case .higherThan:
      "The letters of those columns of the same banner variable from which the percentage or mean "
        + "is higher by more than chance; needs `sample`."
    }
  }
}
