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
  /// By which own weights in each part of the sample, in parts of one, are multiplied.
  private let factors: [BigInt]
  private let strata: [Stratum]
  private let parts: [SamplePart]
  /// Nil without raking.
  private let fit: MarginalFit?

  package var isRaked: Bool { fit != nil }
  /// How many units replied.
  var units: Int { strata.reduce(0) { $0 + $1.mass.units } }

  private var isPostStratified: Bool { strata.contains { $0.population != nil } }

  /// - Parameters:
  ///   - parts: Those of the sample; by default each stratum is one.
  ///   - raked: How many codes each variable has whose combinations the strata are.
  package init(_ strata: [Stratum], parts: [SamplePart]? = nil, raked: [Int] = []) {
    self.strata = strata
    let parts =
      parts
      ?? strata.enumerated().map {
        SamplePart(stratum: $0, drawnFrom: 0, cluster: nil, mass: $1.mass)
      }
    self.parts = parts
    let factors = strata.compactMap(\.factor)
    guard factors.isEmpty else {
      // Raked to eighteen decimals.
      unit = BigInt(ExactDecimal.one) * BigInt(ExactDecimal.one)
      self.factors = parts.map { BigInt(factors[$0.stratum].mantissa) }
      fit = MarginalFit(raked, weights: strata.map { Self.number($0.mass.weight) })
      return
    }
    fit = nil
    guard strata.contains(where: { $0.population != nil }) else {
      unit = BigInt(ExactDecimal.one)
      self.factors = parts.map { _ in 1 }
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
    let ofStrata = terms.map { $0.numerator * (unit / $0.denominator) }
    self.factors = parts.map { ofStrata[$0.stratum] }
  }

  /// What the strata settle of some residuals, and with how much squared weight beyond the units that
  /// have them: by part of the sample the mean that those of the sample would have of it, and what the units
  /// that replied count for before post-stratification or raking. None without either.
  ///
  /// - Parameter sums: The sum of the residuals, each times its unit's own weight, by part.
  func settled(_ sums: [Int: Double]) -> [Int: (mean: Double, whole: Mass)] {
    guard fit != nil || isPostStratified else { return [:] }
    var ofStrata: [Int: Double] = [:]
    for (part, sum) in sums.sorted(by: { $0.key < $1.key }) {
      ofStrata[parts[part].stratum, default: 0] += sum
    }
    let fitted = fit?.fitted(ofStrata)
    var settled: [Int: (mean: Double, whole: Mass)] = [:]
    for (number, part) in parts.enumerated() where part.mass.weight > 0 {
      let mean =
        fitted?[part.stratum]
        ?? ofStrata[part.stratum].map { $0 / Self.number(strata[part.stratum].mass.weight) }
      if let mean { settled[number] = (mean, part.mass) }
    }
    return settled
  }

  /// By which own weights in a part of the sample are multiplied, as a number.
  package func factor(_ part: Int) -> Double {
    let stratum = strata[parts[part].stratum]
    if let factor = stratum.factor { return factor.double }
    guard let population = stratum.population, stratum.mass.weight > 0 else { return 1 }
    return Double(population) / Self.number(stratum.mass.weight)
  }

  /// By which own weights in a part of the sample, in parts of one, are multiplied to give parts of a unit.
  package func multiplier(_ part: Int) -> BigInt { factors[part] }

  /// What some units weigh.
  package func weight(_ masses: [(part: Int, mass: Mass)]) -> Rational {
    let parts = masses.reduce(BigInt(0)) { sum, own in
      sum + factors[own.part] * BigInt(own.mass.weight)
    }
    return Rational(parts, over: unit)
  }

  /// A weight in parts of one as a number.
  package static func number(_ parts: Int128) -> Double { Double(parts) / 1e18 }

  /// A sum of squares of weights in parts of one as a number.
  package static func square(_ squares: WideSum) -> Double { squares.double / 1e36 }
}
