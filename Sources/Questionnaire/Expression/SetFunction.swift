package import Basics

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

  /// What it came to; nil for the least or greatest of nothing.
  package func value(_ figure: SetFigure) -> Rational? {
    switch kind {
    case .count: Rational(figure.count)
    case .sum: figure.total
    case .least: figure.range?.lowerBound
    case .greatest: figure.range?.upperBound
    }
  }
}

/// What a function over units has come to so far; parts of it merge in any order, exactly.
package struct SetFigure: Sendable {
  fileprivate(set) var count = 0
  private var decimals = DecimalSum()
  /// The sum of quotients without an end and the like, each rounded to the decimals that an answer can
  /// have.
  private var others = Rational.zero
  fileprivate(set) var range: ClosedRange<Rational>?

  package init() {}

  fileprivate mutating func add(_ number: Number) {
    guard let number = number.exact else { return }
    if let decimal = ExactDecimal(exactly: number) {
      decimals.add(decimal)
    } else {
      others = others + Rational((number * Self.parts + .half).floor) / Self.parts
    }
    include(number...number)
  }

  package mutating func merge(_ other: SetFigure) {
    count += other.count
    decimals += other.decimals
    others = others + other.others
    if let range = other.range { include(range) }
  }

  private mutating func include(_ other: ClosedRange<Rational>) {
    guard let range else {
      self.range = other
      return
    }
    self.range = min(range.lowerBound, other.lowerBound)...max(range.upperBound, other.upperBound)
  }

  /// Exact where all numbers are decimals, else what a floating number shows of it: three thirds are 1.
  fileprivate var total: Rational {
    guard others.sign != 0 else { return decimals.rational }
    let all = decimals.rational + others
    return Rational(all.double) ?? all
  }

  private static let parts = Rational(ExactDecimal.one(scale: ExactDecimal.mostDigits))
}
