import Basics
import Definition
import Interchange
import Statistics

/// The parts of the sample that were met, with the numbers that they have from here on.
struct SampleParts {
  private let plan: CountedPlan
  private let population: Population
  private let parts: [SamplePart]
  private let numbers: [Int: Int]

  init(_ plan: CountedPlan, _ join: PartialJoin) {
    self.plan = plan
    population = join.population
    let met = join.total.masses.inOrder
    numbers = Dictionary(uniqueKeysWithValues: met.enumerated().map { ($1.key, $0) })
    parts =
      plan.weighing.map { weighing in
        met.map { key, whole in
          let part = weighing.keys.parts(of: key)
          return SamplePart(
            stratum: part.stratum, drawnFrom: part.drawnFrom,
            cluster: weighing.design?.cluster == nil ? nil : part.cluster, mass: whole)
        }
      } ?? []
  }

  /// The number of the part that has a key; that of what has no parts is 0.
  func number(of key: Int) -> Int { numbers[key] ?? 0 }

  /// Writes `strata.csv`, `parts.csv` and `drawn.csv`.
  func write(to folder: StageFolder) throws(RunError) {
    var strata: [Stratum] = []
    var drawn: [DrawnStratumEntry] = []
    if let weighing = plan.weighing {
      if let weights = weighing.weights {
        var masses = [Mass](repeating: Mass(), count: weights.count)
        for part in parts { masses[part.stratum] += part.mass }
        strata = try WeightedStrata(weights: weights).strata(
          masses, population, path: folder.path)
      }
      if let design = weighing.design {
        drawn = try DrawnStrata(design: design).strata(
          population, path: folder.path,
          hasRegister: folder.definition.pipeline.register != nil)
      }
    }
    try Stratum.write(strata, to: folder.path)
    try SamplePart.write(parts, to: folder.path)
    try DrawnStratumEntry.write(drawn, to: folder.path)
  }
}
