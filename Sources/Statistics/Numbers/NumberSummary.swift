package import Basics
import BigInt

/// What is said of the numbers behind a cell: all exact, but for the root of a standard deviation.
package struct NumberSummary {
  /// The distinct numbers in order, by stratum.
  private let steps: [Distribution.Step]
  private let weighting: Weighting?
  /// Whether the numbers are days, as eight digits.
  private let areDates: Bool
  package let units: Int
  /// What all units weigh, in parts of a unit where there are weights.
  private let weight: BigInt
  /// The weighted sums of how far the numbers lie above the smallest, in the largest power of ten that
  /// they all are multiples of, and of the squares of that.
  private let distances: BigInt
  private let squares: BigInt
  private let step: Int128

  /// - Parameter weighting: Nil where every unit counts for one.
  package init(_ distribution: Distribution, _ weighting: Weighting?, areDates: Bool = false) {
    self.weighting = weighting
    self.areDates = areDates
    steps = distribution.steps
    units = distribution.count
    let origin = steps.first?.value ?? 0
    let step = Self.commonStep(steps, above: origin)
    var sums: [Int: Sums] = [:]
    for number in steps {
      sums[weighting == nil ? 0 : number.stratum, default: Sums()].add(
        FixedDecimal.distance(from: origin, to: number.value) / step.magnitude,
        weighing: Self.own(number.mass, weighting).magnitude)
    }
    var total = (weight: BigInt(0), distances: BigInt(0), squares: BigInt(0))
    for (stratum, sums) in sums {
      let factor = weighting?.multiplier(stratum) ?? 1
      total.weight += sums.weight.big * factor
      total.distances += sums.distances.big * factor
      total.squares += (sums.squares.big + sums.longSquares) * factor
    }
    (weight, distances, squares) = total
    self.step = step
  }

  /// Sums over the numbers of a stratum.
  private struct Sums {
    var weight = WideSum()
    var distances = WideSum()
    var squares = WideSum()
    /// Of distances that 128 bits do not hold the square of.
    var longSquares = BigInt(0)

    mutating func add(_ distance: UInt128, weighing own: UInt128) {
      weight.add(own, times: 1)
      distances.add(own, times: distance)
      let (square, overflows) = distance.multipliedReportingOverflow(by: distance)
      if overflows {
        longSquares += BigInt(distance) * BigInt(distance) * BigInt(own)
      } else {
        squares.add(square, times: own)
      }
    }
  }

  /// One, a tenth and so on, of which all numbers lie a whole number of times above the smallest.
  private static func commonStep(_ steps: [Distribution.Step], above origin: Int128) -> Int128 {
    var step = FixedDecimal.one
    for number in steps {
      let distance = FixedDecimal.distance(from: origin, to: number.value)
      while distance % step.magnitude != 0 { step /= 10 }
    }
    return step
  }

  private static func own(_ mass: Mass, _ weighting: Weighting?) -> Int128 {
    weighting == nil ? Int128(mass.units) : mass.weight
  }

  package var isEmpty: Bool { weight == 0 }
  package var minimum: Quantity? { extreme(steps.first) }
  package var maximum: Quantity? { extreme(steps.last) }

  private func extreme(_ step: Distribution.Step?) -> Quantity? {
    step.map {
      areDates ? .date($0.value) : .exact(Rational($0.value, over: FixedDecimal.one))
    }
  }

  /// What the units count for together.
  package var size: Rational { Rational(weight, over: weighting?.unit ?? 1) }

  package var sum: Quantity { total(over: weighting?.unit ?? 1) }
  package var mean: Quantity { total(over: weight) }

  /// The weighted sum of the numbers over some weight.
  private func total(over weight: BigInt) -> Quantity {
    let sum = self.weight * BigInt(steps.first?.value ?? 0) + distances * BigInt(step)
    return .exact(Rational(sum, over: weight * BigInt(FixedDecimal.one)))
  }

  /// The number below which `numerator / denominator` of the weight lies; between two, their mean
  /// (definition 2 of Hyndman and Fan, Sample quantiles in statistical packages, 1996).
  package func quantile(_ numerator: Int, of denominator: Int) -> Quantity? {
    let goal = weight * BigInt(numerator)
    var below = BigInt(0)
    for (index, step) in steps.enumerated() {
      let factor = weighting?.multiplier(step.stratum) ?? 1
      below += factor * BigInt(Self.own(step.mass, weighting) * Int128(denominator))
      guard below >= goal else { continue }
      let number = Rational(step.value, over: FixedDecimal.one)
      if below > goal { return .exact(number) }
      let next = index + 1 < steps.count ? steps[index + 1].value : step.value
      return .exact((number + Rational(next, over: FixedDecimal.one)) / 2)
    }
    return nil
  }

  /// The standard deviation; nil for fewer than two units.
  package var standardDeviation: Double? {
    guard units > 1, weight != 0 else { return nil }
    let spread = (weight * squares - distances * distances) * BigInt(units)
    return Rational(spread, over: weight * weight * BigInt(units - 1)).double.squareRoot()
      * (Double(step) / 1e18)
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
