package import Basics

/// Numbers with how often each occurs: exact, mergeable in any order, and bounded by the distinct
/// numbers. Sums, means and quantiles follow from it.
///
/// A date is its year, month and day as eight digits, and has no meaningful sum.
package struct Distribution: Sendable {
  package struct Step: Sendable, Equatable {
    package let value: ExactDecimal
    /// The part of the sample that the units are; 0 where there are no parts.
    package let part: Int
    package var mass: Mass

    package init(value: ExactDecimal, part: Int = 0, mass: Mass) {
      self.value = value
      self.part = part
      self.mass = mass
    }

    fileprivate var key: (ExactDecimal, Int) { (value, part) }
  }

  /// The distinct numbers by part of the sample, in order; complete after `settle()`.
  package private(set) var steps: [Step] = []
  /// Numbers that came since they were last sorted in.
  private var pending: [Step] = []

  package init() {}

  /// - Parameter steps: In order of value and part, each once.
  package init(steps: [Step]) {
    self.steps = steps
  }

  package var isEmpty: Bool { steps.isEmpty && pending.isEmpty }

  /// - Parameters:
  ///   - weight: What one unit counts for.
  ///   - times: How many units have the number.
  package mutating func add(
    _ value: ExactDecimal, part: Int = 0, weight: Int128 = ExactDecimal.one, times: Int = 1
  ) {
    let mass = Mass(units: times, each: weight)
    pending.append(Step(value: value, part: part, mass: mass))
    // Sorting in as many as there are keeps the cost of one number logarithmic.
    if pending.count >= Swift.max(64, steps.count) { settle() }
  }

  /// Sorts the numbers in that came last.
  package mutating func settle() {
    guard !pending.isEmpty else { return }
    pending.sort { $0.key < $1.key }
    var more: [Step] = []
    for step in pending { Self.append(step, to: &more) }
    pending = []
    merge(Distribution(steps: more))
  }

  /// Adds another distribution; both are settled.
  package mutating func merge(_ other: Distribution) {
    guard !steps.isEmpty else {
      steps = other.steps
      return
    }
    var merged: [Step] = []
    merged.reserveCapacity(steps.count + other.steps.count)
    var rest = other.steps[...]
    for step in steps {
      while let next = rest.first, next.key < step.key {
        merged.append(next)
        rest.removeFirst()
      }
      merged.append(step)
      if let next = rest.first, next.key == step.key {
        merged[merged.count - 1].mass += next.mass
        rest.removeFirst()
      }
    }
    steps = merged + rest
  }

  private static func append(_ step: Step, to steps: inout [Step]) {
    if let last = steps.last, last.key == step.key {
      steps[steps.count - 1].mass += step.mass
    } else {
      steps.append(step)
    }
  }
}

extension Distribution {
  /// The number of numbers.
  package var count: Int { steps.reduce(0) { $0 + $1.mass.units } }
  /// A scale in which all numbers are whole numbers of parts of one.
  var scale: Int { steps.reduce(ExactDecimal.commonScale) { Swift.max($0, $1.value.scale) } }
  package var minimum: ExactDecimal? { steps.first?.value }
  package var maximum: ExactDecimal? { steps.last?.value }
}
