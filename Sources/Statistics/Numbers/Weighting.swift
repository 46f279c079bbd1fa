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
  /// Nil without raking.
  private let fit: MarginalFit?

  package var isRaked: Bool { fit != nil }
  /// How many units replied.
  var units: Int { strata.reduce(0) { $0 + $1.mass.units } }

  private var isPostStratified: Bool { strata.contains { $0.population != nil } }

  /// - Parameter raked: How many codes each variable has whose combinations the strata are.
  package init(_ strata: [Stratum], raked: [Int] = []) {
    self.strata = strata
    let factors = strata.compactMap(\.factor)
    guard factors.isEmpty else {
      // Raked to eighteen decimals.
      unit = BigInt(ExactDecimal.one) * BigInt(ExactDecimal.one)
      self.factors = factors.map { BigInt($0.mantissa) }
      fit = MarginalFit(raked, weights: strata.map { Self.number($0.mass.weight) })
      return
    }
    fit = nil
    guard strata.contains(where: { $0.population != nil }) else {
      unit = BigInt(ExactDecimal.one)
      self.factors = strata.map { _ in 1 }
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
    self.factors = terms.map { $0.numerator * (unit / $0.denominator) }
  }

  /// What the strata settle of some residuals, and with how much squared weight beyond the units that
  /// have them: by stratum the mean that those of the sample would have of it, and what the units that
  /// replied count for before post-stratification or raking. None without either.
  ///
  /// - Parameter sums: The sum of the residuals, each times its unit's own weight, by stratum.
  func settled(_ sums: [Int: Double]) -> [Int: (mean: Double, whole: Mass)] {
    if let fit {
      let means = fit.fitted(sums)
      return Dictionary(
        uniqueKeysWithValues: strata.indices.filter { strata[$0].mass.weight > 0 }
          .map { ($0, (means[$0], strata[$0].mass)) })
    }
    guard isPostStratified else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: sums.map { stratum, sum in
        let whole = strata[stratum].mass
        return (stratum, (sum / Self.number(whole.weight), whole))
      })
  }

  /// By which own weights in a stratum are multiplied, as a number.
  package func factor(_ stratum: Int) -> Double {
    let stratum = strata[stratum]
    if let factor = stratum.factor { return factor.double }
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
