import Interchange
import Tabular

/// What is said of the numbers behind a cell.
///
/// Sums and means are exact. Second moments are added in the order of the numbers with compensation
/// (Neumaier 1974), so that they too are the same on every machine.
struct NumberSummary {
  /// The distinct numbers in order, each with what its units weigh.
  private let steps: [(value: Int128, weight: Int128)]
  let units: Int
  /// What all units weigh, in parts of a unit where there are weights.
  let weight: Int128
  private let weightedSum: Int128
  /// What one unit weighs.
  private let one: Int128
  /// How far sums of rounded weights may be off, in parts of a unit; 0 where none is rounded.
  private let slack: Int128

  /// - Parameter weighting: Nil where every unit counts for one.
  /// - Throws: `internalFault` where the sum leaves 128 bits.
  init(_ distribution: Distribution, _ weighting: Weighting?) throws(RunError) {
    var steps: [(value: Int128, weight: Int128)] = []
    for step in distribution.steps {
      let weight =
        weighting?.weight(step.mass, in: step.stratum) ?? Int128(step.mass.units)
      if let last = steps.last, last.value == step.value {
        steps[steps.count - 1].weight += weight
      } else {
        steps.append((step.value, weight))
      }
    }
    self.steps = steps
    units = distribution.count
    weight = steps.reduce(0) { $0 + $1.weight }
    one = weighting == nil ? 1 : Weighting.unit
    slack = weighting?.isPostStratified == true ? Int128(distribution.steps.count) : 0
    var sum: Int128 = 0
    for step in steps {
      let (product, isTooLarge) = step.value.multipliedReportingOverflow(by: step.weight)
      let (total, overflows) = sum.addingReportingOverflow(product)
      guard !isTooLarge, !overflows else {
        throw RunError(
          .internalFault, path: "export", rule: "overflow",
          "a sum of answers is larger than the program can hold exactly; please report it")
      }
      sum = total
    }
    weightedSum = sum
  }

  var isEmpty: Bool { weight == 0 }
  var minimum: Int128? { steps.first?.value }
  var maximum: Int128? { steps.last?.value }

  var sum: Quantity { .ratio(weightedSum, over: one * FixedDecimal.one) }
  var mean: Quantity { .ratio(weightedSum, over: weight * FixedDecimal.one) }
  var meanNumber: Double { Double(weightedSum) / (Double(weight) * 1e6) }

  /// The number below which `numerator / denominator` of the weight lies; between two, their mean
  /// (definition 2 of Hyndman and Fan, Sample quantiles in statistical packages, 1996).
  ///
  /// Sums that differ by no more than weights are rounded by are equal.
  func quantile(_ numerator: Int128, of denominator: Int128) -> Quantity? {
    let goal = weight * numerator
    var below: Int128 = 0
    for (index, step) in steps.enumerated() {
      below += step.weight * denominator
      guard below >= goal - slack * denominator else { continue }
      if below > goal + slack * denominator {
        return .ratio(step.value, over: FixedDecimal.one)
      }
      let next = steps[(index + 1)...].first { $0.weight > 0 }?.value ?? step.value
      return .ratio(step.value + next, over: 2 * FixedDecimal.one)
    }
    return nil
  }

  /// The standard deviation; nil for fewer than two units.
  var standardDeviation: Double? {
    guard units > 1 else { return nil }
    let mean = meanNumber
    var sum = CompensatedSum()
    for step in steps {
      let distance = Double(step.value) / 1e6 - mean
      sum.add(Double(step.weight) * distance * distance)
    }
    let variance = sum.value / Double(weight) * Double(units) / Double(units - 1)
    return variance.squareRoot()
  }
}

/// A sum of floating numbers without the loss of small ones (Neumaier 1974).
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  mutating func add(_ number: Double) {
    let next = sum + number
    lost += abs(sum) >= abs(number) ? (sum - next) + number : (number - next) + sum
    sum = next
  }

  var value: Double { sum + lost }
}
