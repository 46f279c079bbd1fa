/// A sum of decimals, exact, as a tally has it: no sum of as many as there are people leaves it.
package struct DecimalSum: Sendable {
  /// In the common parts of one.
  private var parts = WideSum()
  /// What lies beyond: in the smallest parts of one that a number can have.
  private var rest = WideSum()

  package init() {}

  package init(_ number: ExactDecimal) {
    add(number)
  }

  package mutating func add(_ number: ExactDecimal) {
    let more = number.scale - ExactDecimal.commonScale
    guard more > 0 else {
      parts += number.parts(scale: ExactDecimal.commonScale)
      return
    }
    let (whole, beyond) = number.mantissa.quotientAndRemainder(dividingBy: Rational.power(more))
    parts.add(whole)
    rest.add(beyond, times: Rational.power(Self.mostBeyond - more))
  }

  package static func += (left: inout DecimalSum, right: DecimalSum) {
    left.parts += right.parts
    left.rest += right.rest
  }

  /// The sum where a number has as many digits.
  package var decimal: ExactDecimal? {
    if rest == WideSum(), let number = ExactDecimal(parts: parts) { return number }
    return ExactDecimal(exactly: rational)
  }

  package var rational: Rational {
    let beyond = Rational(rest, over: ExactDecimal.one, Rational.power(Self.mostBeyond))
    return Rational(parts, over: ExactDecimal.one) + beyond
  }

  /// How many decimals a number can have beyond those of the common parts.
  private static let mostBeyond = ExactDecimal.mostDigits - ExactDecimal.commonScale
}
