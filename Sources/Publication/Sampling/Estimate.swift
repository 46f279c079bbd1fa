import Interchange
import Tabular

/// A share or mean estimated from a sample, with how far it may be off.
struct Estimate {
  let value: Double
  /// The variance of the estimate, with the finite population correction.
  let variance: Double
  /// How many units of a simple random sample would tell as much.
  let effectiveUnits: Double
  /// The units that it rests on.
  let units: Int

  /// Student's degrees of freedom.
  var freedom: Double { Double(units - 1) }
}

/// Estimates shares and means by linearization, as for a sample drawn with unequal weights from a
/// population that may be finite; post-stratification takes the means of strata out of the
/// residuals (Särndal, Swensson and Wretman, Model Assisted Survey Sampling, 1992, 7.6).
struct Estimator {
  /// A stratum's part of a domain: sums of the residuals of its units.
  private struct Part {
    /// Own weight times residual.
    var first = 0.0
    /// Squared own weight times residual, and times its square.
    var second = 0.0
    var third = 0.0
  }

  /// Nil where every unit counts for one.
  let weighting: Weighting?
  /// The share of the population that was not drawn; 1 without correction.
  let uncovered: Double

  /// The share that some units of a base are; nil where the base is empty.
  func share(_ cell: AggregatedCell, of base: AggregatedCell) -> Estimate? {
    let (part, whole) = (masses(cell), masses(base))
    let total = whole.reduce(0) { $0 + factor($1.stratum) * $1.weight }
    guard total > 0 else { return nil }
    let share = part.reduce(0) { $0 + factor($1.stratum) * $1.weight } / total
    var parts: [Int: Part] = [:]
    for mass in whole {
      let inside = part.first { $0.stratum == mass.stratum }
      let (weight, squares) = (inside?.weight ?? 0, inside?.squares ?? 0)
      parts[mass.stratum] = Part(
        first: (1 - share) * weight - share * (mass.weight - weight),
        second: (1 - share) * squares - share * (mass.squares - squares),
        third: (1 - share) * (1 - share) * squares + share * share * (mass.squares - squares))
    }
    let variance = variance(parts, total)
    let squares = whole.reduce(0) {
      $0 + factor($1.stratum) * factor($1.stratum) * $1.squares
    }
    // Where all or none have the answer, the variance says nothing (Kish 1965).
    let effective =
      share > 0 && share < 1 && variance > 0
      ? share * (1 - share) / variance : total * total / squares / uncovered
    return Estimate(
      value: share, variance: variance, effectiveUnits: effective, units: base.count)
  }

  /// The mean of some numbers; nil for fewer than two.
  func mean(_ distribution: Distribution) -> Estimate? {
    let units = distribution.count
    guard units > 1 else { return nil }
    var (total, sum) = (CompensatedSum(), CompensatedSum())
    let steps = distribution.steps.map { step in
      (value: Double(step.value) / 1e6, mass: own(step.mass, step.stratum))
    }
    for step in steps {
      let weight = factor(step.mass.stratum) * step.mass.weight
      total.add(weight)
      sum.add(weight * step.value)
    }
    guard total.value > 0 else { return nil }
    let mean = sum.value / total.value
    var parts: [Int: Part] = [:]
    for step in steps {
      let residual = step.value - mean
      parts[step.mass.stratum, default: Part()].first += step.mass.weight * residual
      parts[step.mass.stratum, default: Part()].second += step.mass.squares * residual
      parts[step.mass.stratum, default: Part()].third += step.mass.squares * residual * residual
    }
    let variance =
      variance(parts, total.value) * Double(units) / Double(units - 1)
    return Estimate(value: mean, variance: variance, effectiveUnits: Double(units), units: units)
  }

  private func variance(_ parts: [Int: Part], _ total: Double) -> Double {
    var sum = CompensatedSum()
    for (stratum, part) in parts.sorted(by: { $0.key < $1.key }) {
      let factor = factor(stratum)
      let whole = weighting?.isPostStratified == true ? weighting?.strata[stratum] : nil
      let mean = whole.map { part.first / $0.weight } ?? 0
      let squares = whole?.squares ?? 0
      sum.add(
        factor * factor * (part.third - 2 * mean * part.second + mean * mean * squares))
    }
    return uncovered * max(0, sum.value) / (total * total)
  }

  private typealias Own = (stratum: Int, weight: Double, squares: Double)

  private func masses(_ cell: AggregatedCell) -> [Own] {
    weighting == nil
      ? [(0, Double(cell.count), Double(cell.count))]
      : cell.masses.map { own($0.mass, $0.stratum) }
  }

  private func own(_ mass: Mass, _ stratum: Int) -> Own {
    weighting == nil
      ? (0, Double(mass.units), Double(mass.units))
      : (stratum, Weighting.number(mass.weight), Weighting.square(mass.squares))
  }

  private func factor(_ stratum: Int) -> Double {
    weighting?.strata[stratum].factor ?? 1
  }
}
