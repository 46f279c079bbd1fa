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

  /// Student's degrees of freedom.
  package var freedom: Double { Double(units - 1) }
}

/// Estimates shares and means by linearization, as for a sample drawn with unequal weights from a
/// population that may be finite; post-stratification takes the means of strata out of the
/// residuals (Särndal, Swensson and Wretman, Model Assisted Survey Sampling, 1992, 7.6), and raking what
/// the codes of its variables explain of them, see `MarginalFit`.
package struct Estimator {
  /// Units of one stratum with the same residual.
  private struct Term {
    let residual: Double
    let mass: Mass

    var weight: Double { Weighting.number(mass.weight) }
  }

  /// Nil where every unit counts for one.
  package let weighting: Weighting?
  /// The share of the population that was not drawn, from 0; 1 without correction.
  package let uncovered: Double

  package init(weighting: Weighting?, uncovered: Double) {
    self.weighting = weighting
    self.uncovered = uncovered
  }

  /// The share that some units of a base are; nil where the base is empty.
  package func share(_ cell: CountedUnits, of base: CountedUnits) -> Estimate? {
    let (part, whole) = (masses(cell), masses(base))
    let total = whole.reduce(0) { $0 + weight($1.mass, $1.stratum) }
    guard total > 0 else { return nil }
    let share = part.reduce(0) { $0 + weight($1.mass, $1.stratum) } / total
    var terms: [Int: [Term]] = [:]
    for (stratum, mass) in whole {
      let inside = part.first { $0.stratum == stratum }?.mass ?? Mass()
      terms[stratum] = [
        Term(residual: 1 - share, mass: inside), Term(residual: -share, mass: mass - inside),
      ]
    }
    let variance = variance(terms, total)
    let squares = whole.reduce(0) {
      $0 + factor($1.stratum) * factor($1.stratum) * Weighting.square($1.mass.squares)
    }
    // Where all or none have the answer, the variance says nothing (Kish 1965).
    let effective =
      share > 0 && share < 1
      ? share * (1 - share) / variance : total * total / squares / uncovered
    return Estimate(
      value: share, variance: variance, effectiveUnits: effective, units: base.count)
  }

  /// The mean of some numbers; nil for fewer than two, and where all are the same though others
  /// were not drawn: how far those may lie off is not seen.
  package func mean(_ distribution: Distribution) -> Estimate? {
    let units = distribution.count
    guard units > 1, let first = distribution.steps.first?.value else { return nil }
    guard distribution.maximum != first || uncovered == 0 else { return nil }
    let scale = distribution.scale
    let origin = first.parts(scale: scale)
    let one = ExactDecimal.one(scale: scale)
    var (total, sum) = (CompensatedSum(), CompensatedSum())
    let steps = distribution.steps.map { step in
      // From the smallest, so that large numbers keep their last digits.
      (
        value: (step.value.parts(scale: scale) - origin).double / Double(one),
        own: own(step.mass, step.stratum)
      )
    }
    for step in steps {
      let weight = weight(step.own.mass, step.own.stratum)
      total.add(weight)
      sum.add(weight * step.value)
    }
    guard total.value > 0 else { return nil }
    let mean = sum.value / total.value
    var terms: [Int: [Term]] = [:]
    for step in steps {
      terms[step.own.stratum, default: []].append(
        Term(residual: step.value - mean, mass: step.own.mass))
    }
    let variance = variance(terms, total.value) * Double(units) / Double(units - 1)
    return Estimate(
      value: first.double + mean, variance: variance, effectiveUnits: Double(units),
      units: units)
  }

  /// A sum of squares alone, so that a figure that the strata settle has no variance at all.
  private func variance(_ terms: [Int: [Term]], _ total: Double) -> Double {
    var sum = CompensatedSum()
    let sums = terms.mapValues { $0.reduce(0) { $0 + $1.weight * $1.residual } }
    let settled = weighting?.settled(sums) ?? [:]
    for stratum in Set(terms.keys).union(settled.keys).sorted() {
      let scale = factor(stratum) * factor(stratum)
      let terms = terms[stratum] ?? []
      let mean = settled[stratum]?.mean ?? 0
      if let whole = settled[stratum]?.whole {
        // Units of the stratum beyond the base have no residual.
        let beyond = whole.squares - terms.reduce(into: WideSum()) { $0 += $1.mass.squares }
        sum.add(scale * mean * mean * Weighting.square(beyond))
      }
      for term in terms {
        let residual = term.residual - mean
        sum.add(scale * residual * residual * Weighting.square(term.mass.squares))
      }
    }
    if let weighting, weighting.isRaked {
      // Elsewhere residuals come to nought.
      let rest = settled.reduce(0) { rest, stratum in
        rest + factor(stratum.key)
          * ((sums[stratum.key] ?? 0) - stratum.value.mean
            * Weighting.number(stratum.value.whole.weight))
      }
      sum.add(-rest * rest / Double(weighting.units))
    }
    return uncovered * sum.value / (total * total)
  }

  typealias Own = (stratum: Int, mass: Mass)

  func masses(_ cell: CountedUnits) -> [Own] {
    weighting == nil ? [(0, Mass(units: cell.count))] : cell.masses
  }

  private func own(_ mass: Mass, _ stratum: Int) -> Own {
    weighting == nil ? (0, Mass(units: mass.units)) : (stratum, mass)
  }

  private func weight(_ mass: Mass, _ stratum: Int) -> Double {
    factor(stratum) * Weighting.number(mass.weight)
  }

  func factor(_ stratum: Int) -> Double {
    weighting?.factor(stratum) ?? 1
  }
}
