import Basics
import Questionnaire
import Statistics

/// What a table of the instances of a repeat must not ask for.
extension TableReader {
  /// - Throws: `badDefinition` for what instances do not have.
  func requireInstances(_ statistics: [Statistic]) throws(RunError) {
    guard let unit else { return }
    if let population = node[TableKey.population] {
      throw population.error(
        id: .table(.instances),
        "the table counts the instances of '\(unit.name)', and of these there are those of the replies "
          + "alone. Take 'population' out")
    }
    guard let inference = statistics.first(where: { $0.kind == .inference }), sampled == .units
    else { return }
    throw (node[TableKey.statistics] ?? node).error(
      id: .table(.instances),
      "'\(inference.rawValue)' is of units that were drawn one by one, and the instances of '\(unit.name)' "
        + "came with their submissions: the limits would be too narrow. Take it out, or say under 'sample' "
        + "which 'clusters' were drawn first, if any were")
  }
}
