extension ErrorID {
  /// Statistics, weights and samples.
  package enum Statistic: String, ErrorSubject {
    case confidence
    case emptyStratum = "empty-stratum"
    case independence
    case noEstimate = "no-estimate"
    case noSample = "no-sample"
    case noStatistics = "no-statistics"
    case noStratum = "no-stratum"
    case noWeight = "no-weight"
    case noWeights = "no-weights"
    case raking
    case lonelyCluster = "lonely-cluster"
    case noCluster = "no-cluster"
    case sampleBase = "sample-base"
    case sampleDesign = "sample-design"
    case sampleParts = "sample-parts"
    case samplePopulation = "sample-population"
    case statistic
    case statisticTwice = "statistic-twice"
    case stratumWithoutTotal = "stratum-without-total"
    case weight
    case weightedBase = "weighted-base"
    case weights

    package static let title = "Statistics, weights and samples"

    package var entry: ErrorEntry {
      switch self {
      case .confidence:
        .author(
          "The level of confidence is not a percentage in its range.",
          do: "Write per cent from 50 to below 100.")
      case .emptyStratum:
        .data(
          "Nobody who replied stands for the units of a stratum.",
          do: "Join the stratum with another under `variables` of `tables.yaml`.")
      case .independence:
        .author(
          "A test of independence is asked of what it is not for.",
          do: "Take `independence` out, or name variables of which a unit has one code.")
      case .noEstimate:
        .author(
          "A statistic of samples is asked of what is known of every unit.",
          do: "Take the statistic out, or count answers.")
      case .noSample:
        .author(
          "A statistic of samples is asked of a questionnaire that went to everybody.",
          do: "Add `sample` if the replies are a random sample, else take the statistic out.")
      case .noStatistics:
        .author(
          "A table has no statistic.",
          do: "Name at least one.")
      case .noStratum:
        .data(
          "A unit has no code of the variable that makes the strata.",
          do: "Give those without one a code under `variables`.")
      case .noWeight:
        .data(
          "A unit has no weight.",
          do: "Give it one in `corrections.csv`.")
      case .noWeights:
        .author(
          "Weighted figures are asked for, but the plan has no weights.",
          do: "Add `weights` to the plan.")
      case .raking:
        .data(
          "No weights bring the units that replied to all totals at once.",
          do: "Join codes that few have under `variables`, or rake by fewer variables.")
      case .lonelyCluster:
        .author(
          "Of a stratum of the sample one cluster or unit alone replied, which does not tell how clusters "
            + "differ.",
          do: "Join the stratum with another under `variables`.")
      case .noCluster:
        .data(
          "A unit has no cluster of the sample.",
          do: "Give it one in `corrections.csv`.")
      case .sampleDesign:
        .author(
          "The strata or clusters of the sample cannot be had from what they name.",
          do: "Write what the message expects.")
      case .sampleParts:
        .data(
          "The combinations of strata and clusters need more memory than there is.",
          do: "Ask for limits in fewer tables, or name clusters that stand for more units.")
      case .sampleBase:
        .author(
          "A statistic of samples is asked of a base with units that did not reply.",
          do: "Take a base of units that replied, or take the statistic out.")
      case .samplePopulation:
        .author(
          "How many units the sample was drawn from is no number, or less than replied.",
          do: "Write the number of units, or `register` for all of the register.")
      case .statistic:
        .author(
          "A statistic cannot be worked out of these rows.",
          do: "Take one that the message names.")
      case .statisticTwice:
        .author(
          "A statistic stands twice.",
          do: "Delete one of the two.")
      case .stratumWithoutTotal:
        .data(
          "Units of a stratum replied that has none by the totals of the plan.",
          do: "Correct `totals` of `tables.yaml`.")
      case .weight:
        .data(
          "The weight of a unit cannot be read or lies outside the range.",
          do: "Give it one in `corrections.csv`.")
      case .weightedBase:
        .author(
          "Weighted figures are asked of a base with units that did not reply, which weigh "
            + "nothing.",
          do: "Take a base of units that replied, or leave the weights out.")
      case .weights:
        .author(
          "The weights of the plan cannot be had from what they name.",
          do: "Write what the message expects.")
      }
    }
  }
}
