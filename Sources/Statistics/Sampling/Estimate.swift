import Basics

/// A share or mean estimated from a sample, with how far it may be off.
package struct Estimate {
  package let value: Double
  /// The variance of the estimate, with the finite population correction.
  package let variance: Double
  /// How many units of a simple random sample would tell as much; infinite where the share of the
  /// population is known.
  package let effectiveUnits: Double
  /// The units that it rests on.
  package let units: Int
  /// Student's degrees of freedom; infinite where the normal distribution is used.
  package let freedom: Double
  /// By part of the sample, what the units have to do with the value; nil where units were drawn one by
  /// one from all.
  let residuals: [Int: [Residual]]?

  init(
    value: Double, variance: Double, effectiveUnits: Double, units: Int,
    freedom: Double = .infinity, residuals: [Int: [Residual]]? = nil
  ) {
    self.value = value
    self.variance = variance
    self.effectiveUnits = effectiveUnits
    self.units = units
    self.freedom = freedom
    self.residuals = residuals
  }
}

/// Units of one part of the sample with the same residual.
struct Residual {
  let value: Double
  let mass: Mass

  var weight: Double { Weighting.number(mass.weight) }

  /// Of the estimate divided, or with the other sign.
  func times(_ factor: Double) -> Residual { Residual(value: value * factor, mass: mass) }
}

/// Estimates shares and means by linearization, as for a sample drawn with unequal weights from a
/// population that may be finite; post-stratification takes the means of strata out of the
/// residuals (Särndal, Swensson and Wretman, Model Assisted Survey Sampling, 1992, 7.6), and raking what
/// the codes of its variables explain of them, see `MarginalFit`. Where it was drawn from strata or in
/// clusters, the variance is that of the totals of clusters within their strata (4.6 there).
package struct Estimator {
  /// Nil where every unit counts for one.
  package let weighting: Weighting?
  /// The share of the population that was not drawn, from 0; 1 without correction.
  package let uncovered: Double
  /// Nil where units were drawn one by one from all.
  package let sample: DrawnSample?

  package init(weighting: Weighting?, uncovered: Double, sample: DrawnSample? = nil) {
    self.weighting = weighting
    self.uncovered = uncovered
    self.sample = sample
  }

  /// The share that some units of a base are; nil where the base is empty, or of one cluster a stratum.
  package func share(_ cell: CountedUnits, of base: CountedUnits) -> Estimate? {
    let (part, whole) = (masses(cell), masses(base))
    let total = whole.reduce(0) { $0 + weight($1.mass, $1.part) }
    guard total > 0 else { return nil }
    let share = part.reduce(0) { $0 + weight($1.mass, $1.part) } / total
    let inside = Dictionary(part.map { ($0.part, $0.mass) }) { first, _ in first }
    var residuals: [Int: [Residual]] = [:]
    for (part, mass) in whole {
      let inside = inside[part] ?? Mass()
      residuals[part] = [
        Residual(value: 1 - share, mass: inside), Residual(value: -share, mass: mass - inside),
      ]
    }
    let freedom = sample?.freedom(whole) ?? .infinity
    guard freedom > 0 else { return nil }
    let variance = variance(residuals, total)
    // Where all or none have the answer, the variance says nothing (Kish 1965).
    let effective =
      share > 0 && share < 1 ? share * (1 - share) / variance : effectiveUnits(of: whole, total)
    return Estimate(
      value: share, variance: variance, effectiveUnits: effective, units: base.count,
      freedom: freedom, residuals: kept(residuals, total))
  }

  /// The mean of some numbers; nil for fewer than two, for those of one cluster a stratum, and where all
  /// are the same though others were not drawn: how far those may lie off is not seen.
  package func mean(_ distribution: Distribution) -> Estimate? {
    // What weighs nothing has no part in it, where units are weighted.
    let numbers = distribution.steps.filter { own($0.mass, $0.part).mass.weight > 0 }
    let units = numbers.reduce(0) { $0 + $1.mass.units }
    guard units > 1, let first = numbers.first?.value, let last = numbers.last?.value,
      first != last || isWhole
    else { return nil }
    let scale = distribution.scale
    let origin = first.parts(scale: scale)
    let one = ExactDecimal.one(scale: scale)
    var (total, sum) = (CompensatedSum(), CompensatedSum())
    let steps = numbers.map { step in
      // From the smallest, so that large numbers keep their last digits.
      (
        value: (step.value.parts(scale: scale) - origin).double / Double(one),
        own: own(step.mass, step.part)
      )
    }
    for step in steps {
      let weight = weight(step.own.mass, step.own.part)
      total.add(weight)
      sum.add(weight * step.value)
    }
    guard total.value > 0 else { return nil }
    let mean = sum.value / total.value
    var residuals: [Int: [Residual]] = [:]
    for step in steps {
      residuals[step.own.part, default: []].append(
        Residual(value: step.value - mean, mass: step.own.mass))
    }
    let freedom =
      sample?.freedom(steps.map(\.own)) ?? Double(units - 1)
    guard freedom > 0 else { return nil }
    let ofDomain = sample == nil ? Double(units) / Double(units - 1) : 1
    return Estimate(
      value: first.double + mean, variance: variance(residuals, total.value) * ofDomain,
      effectiveUnits: Double(units), units: units, freedom: freedom,
      residuals: kept(residuals, total.value))
  }

  /// How far two estimates lie apart, where the units of both may be of the same clusters or strata; nil
  /// where units were drawn one by one from all.
  func difference(_ left: Estimate, _ right: Estimate) -> Estimate? {
    guard let sample, let first = left.residuals, let second = right.residuals else { return nil }
    let residuals = first.merging(second.mapValues { $0.map { $0.times(-1) } }) { $0 + $1 }
    let freedom = sample.freedom(
      residuals.flatMap { part, residuals in residuals.map { (part: part, mass: $0.mass) } })
    return Estimate(
      value: left.value - right.value, variance: variance(residuals, 1),
      effectiveUnits: .infinity, units: left.units + right.units, freedom: freedom)
  }

  private func kept(_ residuals: [Int: [Residual]], _ total: Double) -> [Int: [Residual]]? {
    sample == nil ? nil : residuals.mapValues { $0.map { $0.times(1 / total) } }
  }

  /// Whether every unit of the population was drawn.
  private var isWhole: Bool { sample?.strata.allSatisfy { $0.uncovered == 0 } ?? (uncovered == 0) }

  typealias Own = (part: Int, mass: Mass)

  func masses(_ cell: CountedUnits) -> [Own] {
    weighting == nil && sample == nil ? [(0, Mass(units: cell.count))] : cell.masses
  }

  private func own(_ mass: Mass, _ part: Int) -> Own {
    weighting != nil
      ? (part, mass) : (sample == nil ? 0 : part, Mass(units: mass.units))
  }

  func weight(_ mass: Mass, _ part: Int) -> Double {
    factor(part) * Weighting.number(mass.weight)
  }

  func factor(_ part: Int) -> Double {
    weighting?.factor(part) ?? 1
  }
}
