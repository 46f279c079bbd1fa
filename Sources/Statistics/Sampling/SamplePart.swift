/// Units that replied and are alike in where they stand in the sample: in the stratum of the weights, in
/// that which they were drawn from, in their cluster, and in whether they weigh anything.
package struct SamplePart: Sendable {
  /// The stratum of post-stratification or raking, by its number among `Stratum`; 0 without.
  package let stratum: Int
  /// The stratum that it was drawn from, by its number among `DrawnStratum`; 0 without.
  package let drawnFrom: Int
  /// The cluster, each by another number within its stratum; nil where units were drawn one by one.
  package let cluster: Int?
  /// What they count for before post-stratification or raking.
  package let mass: Mass

  package init(stratum: Int, drawnFrom: Int, cluster: Int?, mass: Mass) {
    self.stratum = stratum
    self.drawnFrom = drawnFrom
    self.cluster = cluster
    self.mass = mass
  }
}

/// A stratum from which units or clusters were drawn.
package struct DrawnStratum: Sendable {
  /// How many clusters, or where there are none units, of it replied.
  package let drawn: Int
  /// The share of the stratum that was not drawn, from 0; 1 without finite population correction.
  package let uncovered: Double

  package init(drawn: Int, uncovered: Double) {
    self.drawn = drawn
    self.uncovered = uncovered
  }

  /// By which the scatter within the sample is multiplied to be that of the stratum.
  var scale: Double { uncovered == 0 ? 0 : uncovered * Double(drawn) / Double(drawn - 1) }
}

/// How a sample was drawn that was not drawn one by one from all units.
package struct DrawnSample: Sendable {
  package let strata: [DrawnStratum]
  package let parts: [SamplePart]

  package init(strata: [DrawnStratum], parts: [SamplePart]) {
    self.strata = strata
    self.parts = parts
  }

  /// Whether clusters were drawn, and not units.
  var hasClusters: Bool { parts.contains { $0.cluster != nil } }

  /// The degrees of freedom of what is estimated of some units: their clusters less their strata, or
  /// where there are no clusters the units less their strata (Korn and Graubard, Analysis of Health
  /// Surveys, 1999, 5.2). What weighs nothing has no part in it.
  func freedom(_ masses: [(part: Int, mass: Mass)]) -> Double {
    var strata: Set<Int> = []
    var clusters: Set<SampleCluster> = []
    var units = 0
    for (number, mass) in masses where mass.weight > 0 {
      let part = parts[number]
      strata.insert(part.drawnFrom)
      clusters.insert(SampleCluster(part))
      units += mass.units
    }
    return Double((hasClusters ? clusters.count : units) - strata.count)
  }
}

/// A cluster within its stratum.
struct SampleCluster: Hashable, Comparable {
  let stratum: Int
  let cluster: Int?

  static func < (left: SampleCluster, right: SampleCluster) -> Bool {
    (left.stratum, left.cluster ?? 0) < (right.stratum, right.cluster ?? 0)
  }

  init(_ part: SamplePart) {
    stratum = part.drawnFrom
    cluster = part.cluster
  }
}
