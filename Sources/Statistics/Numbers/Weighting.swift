import Basics

/// Turns what was counted into what it counts for in the population: own weights, then
/// post-stratification.
///
/// Finished weights are whole numbers of parts of a unit, so small that none is rounded.
package struct Weighting {
  /// What a unit weighs that counts for one, in parts.
  package let unit: Natural
  /// By which own weights in each stratum, in millionths, are multiplied.
  private let factors: [Natural]
  private let strata: [Stratum]

  private var isPostStratified: Bool { strata.contains { $0.population != nil } }

  package init(_ strata: [Stratum]) {
    self.strata = strata
    guard strata.contains(where: { $0.population != nil }) else {
      unit = Natural(FixedDecimal.one.magnitude)
      factors = strata.map { _ in Natural(1) }
      return
    }
    // How many units each stratum has over what those that replied weigh, in lowest terms, and then
    // over the smallest number that all of the denominators divide.
    let terms = strata.map { stratum -> (population: UInt128, weight: UInt128) in
      let population = UInt128(max(0, stratum.population ?? 0))
      guard stratum.mass.weight > 0 else { return (0, 1) }
      let weight = stratum.mass.weight.magnitude
      let common = Self.commonDivisor(population, weight)
      return (population / common, weight / common)
    }
    var unit = Natural(1)
    for (_, weight) in terms {
      unit = unit * (weight / Self.commonDivisor(weight, unit.divided(by: weight).rest))
    }
    self.unit = unit
    factors = terms.map { unit.divided(by: $0.weight).quotient * $0.population }
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (left, right) = (left, right)
    while right > 0 { (left, right) = (right, left % right) }
    return max(1, left)
  }

  /// What the units that replied of a stratum of the post-stratification count for before it.
  package func stratum(_ number: Int) -> Mass? {
    isPostStratified ? strata[number].mass : nil
  }

  /// By which own weights in a stratum are multiplied, as a number.
  package func factor(_ stratum: Int) -> Double {
    let stratum = strata[stratum]
    guard let population = stratum.population, stratum.mass.weight > 0 else { return 1 }
    return Double(population) / Self.number(stratum.mass.weight)
  }

  /// By which own weights in a stratum, in millionths, are multiplied to give parts of a unit.
  package func multiplier(_ stratum: Int) -> Natural { factors[stratum] }

  /// What some units weigh, in parts of a unit.
  package func weight(_ masses: [(stratum: Int, mass: Mass)]) -> Natural {
    var weight = Natural()
    for (stratum, mass) in masses { weight.add(factors[stratum], times: mass.weight.magnitude) }
    return weight
  }

  /// A weight in millionths as a number.
  package static func number(_ millionths: Int128) -> Double { Double(millionths) / 1e6 }

  /// A square in millionths of millionths as a number.
  package static func square(_ squares: Int128) -> Double { Double(squares) / 1e12 }
}
