import Basics

/// A function over all units, as `count(${status} = 'party')`: what is taken of each unit.
package struct SetFunction: Sendable {
  /// What is taken of all units together.
  enum Kind: Sendable {
    /// How many there are for which the argument holds.
    case count
    case sum
    case least
    case greatest
  }

  let kind: Kind
  let argument: Condition

  /// Takes one more unit into account.
  package func add(_ answers: some AnswerSource, to figure: inout SetFigure) {
    switch kind {
    case .count: figure.count += argument.holds(for: answers) ? 1 : 0
    case .sum, .least, .greatest: figure.add(argument.number(for: answers))
    }
  }

  /// What it came to; NaN for the least or greatest of nothing.
  package func value(_ figure: SetFigure) -> Double {
    switch kind {
    case .count: Double(figure.count)
    case .sum: Rational(figure.sum, over: FixedDecimal.one).double
    case .least: figure.range?.lowerBound ?? .nan
    case .greatest: figure.range?.upperBound ?? .nan
    }
  }
}

/// What a function over units has come to so far; parts of it merge in any order, exactly.
package struct SetFigure: Sendable, Equatable {
  fileprivate(set) var count = 0
  /// In parts of one, to which every number is rounded.
  fileprivate(set) var sum = WideSum()
  fileprivate(set) var range: ClosedRange<Double>?

  package init() {}

  fileprivate mutating func add(_ number: Number) {
    guard let parts = number.parts else { return }
    sum.add(parts)
    include(number.floating...number.floating)
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
