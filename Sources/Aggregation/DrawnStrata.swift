import Basics
import Definition
import Interchange
import Questionnaire
import Tabulation

/// The strata that a sample was drawn from, and its clusters.
struct DrawnStrata: Sendable {
  let design: SampleDesign

  /// Where a unit that replied was drawn.
  ///
  /// - Throws: `dataRejected` where it has no stratum or no cluster.
  func drawing(
    of unit: CountedUnit, key: String, path: String, line: Int
  ) throws(RunError) -> (stratum: Int, cluster: Int) {
    let stratum = try design.strata.combination(of: unit, key: key, path: path, line: line)
    guard let entry = design.cluster else { return (stratum, 0) }
    let index = entry.variable.index
    let cluster =
      entry.codes.isEmpty
      ? unit.unit.value(of: index).flatMap { Int(exactly: $0.double) } : unit.unit.code(of: index)
    guard let cluster, (0..<design.clusterCount).contains(cluster) else {
      let text = unit.unit.text(of: index)
      throw RunError(
        path: path, line: line, id: .statistic(.noCluster),
        "'\(key)' "
          + (entry.codes.isEmpty && !text.isEmpty
            ? "is of the cluster \(text) of '\(entry.name)'" : "has no cluster in '\(entry.name)'")
          + "; expected "
          + (entry.codes.isEmpty
            ? "a whole number from 0 to \(SampleDesign.largestCluster)" : "one of its codes")
          + ". Give it one in corrections.csv")
    }
    return (stratum, cluster)
  }

  /// The strata, with how many units of the register each has where its units are known to have them.
  func strata(_ population: Population, path: String, hasRegister: Bool) throws(RunError)
    -> [DrawnStratumEntry]
  {
    var sizes: [Int]?
    if hasRegister, design.strata.allSatisfy({ !$0.isAboutAnswers }) {
      var counts = [Int](repeating: 0, count: design.strataCount)
      for unit in population.units {
        let facts = population.answers(of: unit, number: unit.number)
        counts[try design.strata.combination(of: facts, key: unit.key, path: path)] += 1
      }
      sizes = counts
    }
    return (0..<design.strataCount).map {
      DrawnStratumEntry(name: design.name(ofStratum: $0), units: sizes?[$0])
    }
  }
}
