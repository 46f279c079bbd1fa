package import Basics
import BigInt

/// What is said of the numbers behind a cell: all exact, but for the root of a standard deviation.
package struct NumberSummary {
  /// The distinct numbers in order, by part of the sample.
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
  /// The scale of the parts of one that `step` and the smallest number are counted in.
  private let scale: Int

  /// - Parameter weighting: Nil where every unit counts for one.
  package init(_ distribution: Distribution, _ weighting: Weighting?, areDates: Bool = false) {
    self.weighting = weighting
    self.areDates = areDates
    steps = distribution.steps
    units = distribution.count
    let scale = distribution.scale
    let distances = steps.map { [first = steps.first?.value ?? 0] in
      $0.value.parts(scale: scale) - first.parts(scale: scale)
    }
    let step = Self.commonStep(distances, scale: scale)
    var sums: [Int: Sums] = [:]
    for (number, distance) in zip(steps, distances) {
      sums[weighting == nil ? 0 : number.part, default: Sums()].add(
        distance.quotientAndRemainder(dividingBy: step.magnitude).quotient,
        weighing: Self.own(number.mass, weighting).magnitude)
    }
    var total = (weight: BigInt(0), distances: BigInt(0), squares: BigInt(0))
    for (part, sums) in sums {
      let factor = weighting?.multiplier(part) ?? 1
      total.weight += sums.weight.big * factor
      total.distances += (sums.distances.big + sums.longDistances) * factor
      total.squares += (sums.squares.big + sums.longSquares) * factor
    }
    (weight, self.distances, squares) = total
    (self.step, self.scale) = (step, scale)
  }

  /// Sums over the numbers of a part of the sample.
  private struct Sums {
    var weight = WideSum()
    var distances = WideSum()
    var squares = WideSum()
    /// Of distances that 128 bits do not hold, and of those of which they do not hold the square.
    var longDistances = BigInt(0)
    var longSquares = BigInt(0)

    mutating func add(_ distance: WideSum, weighing own: UInt128) {
      weight.add(own, times: 1)
      if let distance = distance.unsigned {
        distances.add(own, times: distance)
        let (square, overflows) = distance.multipliedReportingOverflow(by: distance)
        if !overflows {
          squares.add(square, times: own)
          return
        }
      } else {
        longDistances += distance.big * BigInt(own)
      }
      longSquares += distance.big * distance.big * BigInt(own)
    }
  }

  /// One, a tenth and so on, of which all numbers lie a whole number of times above the smallest.
  private static func commonStep(_ distances: [WideSum], scale: Int) -> Int128 {
    var step = ExactDecimal.one(scale: scale)
    for distance in distances {
      while distance.quotientAndRemainder(dividingBy: step.magnitude).remainder != 0 { step /= 10 }
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
    step.flatMap { step in
      areDates
        ? CalendarDate(digits: step.value).map { .date($0) } : .exact(step.value.rational)
    }
  }

  /// What the units count for together.
  package var size: Rational { Rational(weight, over: weighting?.unit ?? 1) }

  package var sum: Quantity { total(over: weighting?.unit ?? 1) }
  package var mean: Quantity { total(over: weight) }

  /// The weighted sum of the numbers over some weight.
  private func total(over weight: BigInt) -> Quantity {
    let smallest = (steps.first?.value ?? 0).parts(scale: scale).big
    let sum = self.weight * smallest + distances * BigInt(step)
    return .exact(Rational(sum, over: weight * BigInt(ExactDecimal.one(scale: scale))))
  }

  /// The number below which `numerator / denominator` of the weight lies; between two, their mean
  /// (definition 2 of Hyndman and Fan, Sample quantiles in statistical packages, 1996).
  package func quantile(_ numerator: Int, of denominator: Int) -> Quantity? {
    let goal = weight * BigInt(numerator)
    var below = BigInt(0)
    for (index, step) in steps.enumerated() {
      let factor = weighting?.multiplier(step.part) ?? 1
      below += factor * BigInt(Self.own(step.mass, weighting) * Int128(denominator))
      guard below >= goal else { continue }
      if below > goal { return .exact(step.value.rational) }
      let next = index + 1 < steps.count ? steps[index + 1] : step
      return .exact((step.value.rational + next.value.rational) / 2)
    }
    return nil
  }

  /// The standard deviation; nil for fewer than two units.
  package var standardDeviation: Double? {
    guard units > 1, weight != 0 else { return nil }
    let spread = (weight * squares - distances * distances) * BigInt(units)
    return Rational(spread, over: weight * weight * BigInt(units - 1)).double.squareRoot()
      * (Double(step) / Double(ExactDecimal.one(scale: scale)))
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
