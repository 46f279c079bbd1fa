import Tabular

/// Numbers with how often each occurs: exact, mergeable in any order, and bounded by the distinct
/// numbers. Sums, means and quantiles follow from it.
///
/// Numbers are in millionths; a date is its year, month and day as eight digits and has no
/// meaningful sum.
struct Distribution: Sendable {
  struct Step: Sendable, Equatable {
    let value: Int128
    var count: Int
  }

  /// The distinct numbers in order; complete after `settle()`.
  private(set) var steps: [Step] = []
  /// Numbers that came since they were last sorted in.
  private var pending: [Int128] = []

  init() {}

  /// - Parameter steps: In order of their values, each once.
  init(steps: [Step]) {
    self.steps = steps
  }

  var isEmpty: Bool { steps.isEmpty && pending.isEmpty }

  mutating func add(_ value: Int128) {
    pending.append(value)
    // Sorting in as many as there are keeps the cost of one number logarithmic.
    if pending.count >= Swift.max(64, steps.count) { settle() }
  }

  /// Sorts the numbers in that came last.
  mutating func settle() {
    guard !pending.isEmpty else { return }
    pending.sort()
    var more: [Step] = []
    for value in pending { Self.append(Step(value: value, count: 1), to: &more) }
    pending = []
    merge(Distribution(steps: more))
  }

  /// Adds another distribution; both are settled.
  mutating func merge(_ other: Distribution) {
    guard !steps.isEmpty else {
      steps = other.steps
      return
    }
    var merged: [Step] = []
    merged.reserveCapacity(steps.count + other.steps.count)
    var rest = other.steps[...]
    for step in steps {
      while let next = rest.first, next.value < step.value {
        merged.append(next)
        rest.removeFirst()
      }
      merged.append(step)
      if let next = rest.first, next.value == step.value {
        merged[merged.count - 1].count += next.count
        rest.removeFirst()
      }
    }
    steps = merged + rest
  }

  private static func append(_ step: Step, to steps: inout [Step]) {
    if steps.last?.value == step.value {
      steps[steps.count - 1].count += step.count
    } else {
      steps.append(step)
    }
  }
}

extension Distribution {
  var count: Int { steps.reduce(0) { $0 + $1.count } }
  var minimum: Int128? { steps.first?.value }
  var maximum: Int128? { steps.last?.value }

  /// - Throws: `internalFault` where the sum leaves 128 bits.
  func sum() throws(RunError) -> Int128 {
    var sum: Int128 = 0
    for step in steps {
      let (product, isTooLarge) = step.value.multipliedReportingOverflow(by: Int128(step.count))
      let (total, overflows) = sum.addingReportingOverflow(product)
      guard !isTooLarge, !overflows else {
        throw RunError(
          .internalFault, path: "aggregate", rule: "overflow",
          "a sum of answers is larger than the program can hold exactly; please report it")
      }
      sum = total
    }
    return sum
  }
}
