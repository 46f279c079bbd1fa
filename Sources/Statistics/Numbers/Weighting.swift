package import Basics
package import BigInt

/// Turns what was counted into what it counts for in the population: own weights, then
/// post-stratification.
///
/// Finished weights are whole numbers of parts of a unit, so small that none is rounded: sums of them
/// need no common denominator.
package struct Weighting {
  /// What a unit weighs that counts for one, in parts.
  package let unit: BigInt
  /// By which own weights in each stratum, in parts of one, are multiplied.
  private let factors: [BigInt]
  private let strata: [Stratum]

  private var isPostStratified: Bool { strata.contains { $0.population != nil } }

  package init(_ strata: [Stratum]) {
    self.strata = strata
    guard strata.contains(where: { $0.population != nil }) else {
      unit = BigInt(ExactDecimal.one)
      factors = strata.map { _ in 1 }
      return
    }
    // How many units each stratum has over what those that replied weigh, in lowest terms, and then
    // over the smallest number that all of the denominators divide.
    let terms = strata.map { stratum in
      stratum.mass.weight > 0
        ? Rational(Int128(max(0, stratum.population ?? 0)), over: stratum.mass.weight) : .zero
    }
    let unit = terms.reduce(BigInt(1)) { unit, term in
      unit * (term.denominator / unit.greatestCommonDivisor(with: term.denominator))
    }
    self.unit = unit
    factors = terms.map { $0.numerator * (unit / $0.denominator) }
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

  /// By which own weights in a stratum, in parts of one, are multiplied to give parts of a unit.
  package func multiplier(_ stratum: Int) -> BigInt { factors[stratum] }

  /// What some units weigh.
  package func weight(_ masses: [(stratum: Int, mass: Mass)]) -> Rational {
    let parts = masses.reduce(BigInt(0)) { sum, own in
      sum + factors[own.stratum] * BigInt(own.mass.weight)
    }
    return Rational(parts, over: unit)
  }

  /// A weight in parts of one as a number.
  package static func number(_ parts: Int128) -> Double { Double(parts) / 1e18 }

  /// A sum of squares of weights in parts of one as a number.
  package static func square(_ squares: WideSum) -> Double { squares.double / 1e36 }
}
