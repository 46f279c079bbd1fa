import Basics

/// What is said of the numbers behind a cell: all exact, but for the root of a standard deviation.
package struct NumberSummary {
  /// The distinct numbers in order, by stratum.
  private let steps: [Distribution.Step]
  private let weighting: Weighting?
  /// Whether the numbers are days, as eight digits.
  private let areDates: Bool
  package let units: Int
  /// What all units weigh, in parts of a unit where there are weights.
  package let weight: Natural
  /// The weighted sums of how far the numbers lie above the smallest, and of the squares of that.
  private let distances: Natural
  private let squares: Natural

  /// - Parameter weighting: Nil where every unit counts for one.
  package init(_ distribution: Distribution, _ weighting: Weighting?, areDates: Bool = false) {
    self.weighting = weighting
    self.areDates = areDates
    steps = distribution.steps
    units = distribution.count
    var sums: [Int: Sums] = [:]
    let origin = steps.first?.value ?? 0
    for step in steps {
      sums[weighting == nil ? 0 : step.stratum, default: Sums()].add(
        (step.value - origin).magnitude, weighing: Self.own(step.mass, weighting))
    }
    var total = Sums()
    for (stratum, sums) in sums {
      total.add(sums, times: weighting?.multiplier(stratum) ?? Natural(1))
    }
    (weight, distances, squares) = (total.weight, total.distances, total.squares)
  }

  /// Sums over the numbers of a stratum.
  private struct Sums {
    var weight = Natural()
    var distances = Natural()
    var squares = Natural()

    mutating func add(_ distance: UInt128, weighing own: UInt128) {
      weight.add(own)
      let product = own.multipliedFullWidth(by: distance)
      for (position, limb) in [product.low, product.high].enumerated() {
        distances.add(limb, at: position)
        squares.add(limb, times: distance, at: position)
      }
    }

    mutating func add(_ other: Sums, times factor: Natural) {
      weight.add(other.weight * factor)
      distances.add(other.distances * factor)
      squares.add(other.squares * factor)
    }
  }

  private static func own(_ mass: Mass, _ weighting: Weighting?) -> UInt128 {
    weighting == nil ? UInt128(mass.units) : mass.weight.magnitude
  }

  package var isEmpty: Bool { weight.isZero }
  package var minimum: Quantity? { extreme(steps.first) }
  package var maximum: Quantity? { extreme(steps.last) }

  private func extreme(_ step: Distribution.Step?) -> Quantity? {
    step.map { areDates ? .date($0.value) : .ratio($0.value, over: FixedDecimal.one) }
  }

  package var sum: Quantity { total(over: weighting?.unit ?? Natural(1)) }
  package var mean: Quantity { total(over: weight) }

  /// The weighted sum of the numbers over some weight.
  private func total(over weight: Natural) -> Quantity {
    let origin = self.weight * (steps.first?.value.magnitude ?? 0)
    let isBelowZero = (steps.first?.value ?? 0) < 0
    let isNegative = isBelowZero && origin > distances
    var sum = origin
    if isNegative {
      sum = origin - distances
    } else if isBelowZero {
      sum = distances - origin
    } else {
      sum.add(distances)
    }
    return Quantity(sum, over: weight * FixedDecimal.one.magnitude, isNegative: isNegative)
  }

  /// The number below which `numerator / denominator` of the weight lies; between two, their mean
  /// (definition 2 of Hyndman and Fan, Sample quantiles in statistical packages, 1996).
  package func quantile(_ numerator: UInt128, of denominator: UInt128) -> Quantity? {
    let goal = weight * numerator
    var below = Natural()
    for (index, step) in steps.enumerated() {
      let own = Self.own(step.mass, weighting) * denominator
      if let weighting {
        below.add(weighting.multiplier(step.stratum), times: own)
      } else {
        below.add(own)
      }
      guard below >= goal else { continue }
      if below > goal { return .ratio(step.value, over: FixedDecimal.one) }
      let next = index + 1 < steps.count ? steps[index + 1].value : step.value
      return .ratio(step.value + next, over: 2 * FixedDecimal.one)
    }
    return nil
  }

  /// The standard deviation; nil for fewer than two units.
  package var standardDeviation: Double? {
    guard units > 1, !weight.isZero else { return nil }
    let spread = (weight * squares - distances * distances) * UInt128(units)
    return Natural.ratio(spread, weight * weight * UInt128(units - 1)).squareRoot() / 1e6
  }
}

/// A sum of floating numbers without the loss of small ones (Neumaier 1974).
package struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  package mutating func add(_ number: Double) {
    let next = sum + number
    lost += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
    sum = next
  }

  package var value: Double { sum + lost }
}
