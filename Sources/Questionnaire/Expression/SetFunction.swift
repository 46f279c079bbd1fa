/// A function over all units, as `count(${status} = 'party')`: what is taken of each unit.
package struct SetFunction: Sendable {
  let function: Expression.Function
  let argument: Condition

  /// Takes one more unit into account.
  package func add(_ answers: some AnswerSource, to figure: inout SetFigure) {
    switch function {
    case .count, .countNonEmpty: figure.count += argument.holds(for: answers) ? 1 : 0
    default: figure.add(argument.number(for: answers).floating)
    }
  }

  /// What it came to; NaN for the least or greatest of nothing.
  package func value(_ figure: SetFigure) -> Double {
    switch function {
    case .sum: Double(figure.sum) / 1e6
    case .min: figure.range?.lowerBound ?? .nan
    case .max: figure.range?.upperBound ?? .nan
    default: Double(figure.count)
    }
  }
}

/// What a function over units has come to so far; parts of it merge in any order, exactly.
package struct SetFigure: Sendable, Equatable {
  fileprivate(set) var count = 0
  /// In millionths, to which every number is rounded.
  fileprivate(set) var sum: Int128 = 0
  fileprivate(set) var range: ClosedRange<Double>?

  package init() {}

  fileprivate mutating func add(_ number: Double) {
    guard number.isFinite, number.magnitude < 1e18 else { return }
    sum += Int128((number * 1e6).rounded())
    include(number...number)
  }

  package mutating func merge(_ other: SetFigure) {
    count += other.count
    sum += other.sum
    if let range = other.range { include(range) }
  }

  private mutating func include(_ other: ClosedRange<Double>) {
    guard let range else {
      self.range = other
      return
    }
    self.range = min(range.lowerBound, other.lowerBound)...max(range.upperBound, other.upperBound)
  }
}
