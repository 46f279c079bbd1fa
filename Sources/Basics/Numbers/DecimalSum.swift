/// A sum of decimals, exact, as a tally has it: no sum of as many as there are people leaves it.
package struct DecimalSum: Sendable {
  /// In the common parts of one.
  private var parts = WideSum()
  /// What lies beyond: in the smallest parts of one that a number can have.
  private var rest = WideSum()

  package init() {}

  package init(_ number: FixedDecimal) {
    add(number)
  }

  package mutating func add(_ number: FixedDecimal) {
    let more = number.scale - FixedDecimal.commonScale
    guard more > 0 else {
      parts += number.parts(scale: FixedDecimal.commonScale)
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
  package var decimal: FixedDecimal? {
    if rest == WideSum(), let number = FixedDecimal(parts: parts) { return number }
    return FixedDecimal(exactly: rational)
  }

  package var rational: Rational {
    let beyond = Rational(rest, over: FixedDecimal.one, Rational.power(Self.mostBeyond))
    return Rational(parts, over: FixedDecimal.one) + beyond
  }

  /// How many decimals a number can have beyond those of the common parts.
  private static let mostBeyond = FixedDecimal.mostDigits - FixedDecimal.commonScale
}
