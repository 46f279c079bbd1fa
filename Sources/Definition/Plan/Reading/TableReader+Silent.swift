import Basics
import Questionnaire
import Tabulation

/// What is said of units that replied alone: weights, which others have none of, and what a sample
/// tells, since nobody sampled the others.
extension TableReader {
  /// Whether a set that percentages are of has units that did not reply.
  ///
  /// - Parameter base: nil where each block has its usual one.
  func hasSilentUnits(
    _ base: Table.Base?, blocks: [Table.Block], population: Table.Population
  ) -> Bool {
    // A unit that did not reply has no instances.
    if unit != nil { return false }
    return population == .participants
      || blocks.contains { block in
        (base ?? block.variable.usualBase).mayHaveSilentUnits(
          block.variable.variable.index, catalog.variables)
      }
  }

  func isWeighted(hasSilentUnits: Bool) throws(RunError) -> Bool {
    let wanted = try node[TableKey.weighted]?.flag()
    if let node = node[TableKey.weighted], wanted == true {
      guard hasWeights else {
        throw node.error(
          id: .statistic(.noWeights), "the plan has no weights; expected a key 'weights' at the top"
        )
      }
      if hasSilentUnits {
        throw node.error(
          id: .statistic(.weightedBase),
          "the base has units that did not reply, which have no weight; \(Self.repliedAlone). "
            + "Or take 'weighted' out, so that every unit counts for one")
      }
    }
    return hasWeights && !hasSilentUnits && (wanted ?? true)
  }

  static let repliedAlone = "expected 'base: respondents', or another of units that replied alone"
}
