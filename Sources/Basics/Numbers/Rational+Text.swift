import BigInt

/// How a number is printed: exact, half up, never through a floating number.
extension Rational {
  /// With exactly `decimals` decimals, rounded half up (away from zero).
  package func text(decimals: Int) -> String {
    let (digits, isNothing) = rounded(decimals: decimals)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let minus = sign < 0 && !isNothing ? "-" : ""
    return decimals == 0
      ? "\(minus)\(padded)" : "\(minus)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  /// In full precision: written out where it has an end, else with twelve decimals.
  package var fullText: String {
    shortText(decimals: decimals ?? decimals(showing: 12))
  }

  /// So many decimals, or so many digits that count where the first six decimals are noughts.
  package func decimals(showing digits: Int) -> Int {
    var (first, noughts) = (double.magnitude * 10, 0)
    while first > 0, first < 1 { (first, noughts) = (first * 10, noughts + 1) }
    return noughts < 6 ? digits : noughts + digits
  }

  /// With up to `decimals` decimals, without trailing zeros.
  package func shortText(decimals: Int) -> String {
    let text = text(decimals: decimals)
    guard text.contains(".") else { return text }
    var short = text[...]
    while short.hasSuffix("0") { short.removeLast() }
    return String(short.hasSuffix(".") ? short.dropLast() : short)
  }

  /// The digits of the magnitude in units of the last decimal.
  private func rounded(decimals: Int) -> (digits: String, isNothing: Bool) {
    if let (numerator, denominator) = small, decimals <= 37, denominator <= Int128.max / 2 {
      let (whole, rest) = numerator.magnitude.quotientAndRemainder(
        dividingBy: denominator.magnitude)
      let power = Self.power(decimals).magnitude
      let decimals = denominator.magnitude.dividingFullWidth(rest.multipliedFullWidth(by: power))
      let up: UInt128 = decimals.remainder * 2 >= denominator.magnitude ? 1 : 0
      let (scaled, overflows) = whole.multipliedReportingOverflow(by: power)
      let (sum, exceeds) = scaled.addingReportingOverflow(decimals.quotient + up)
      if !overflows, !exceeds { return (String(sum), sum == 0) }
    }
    let (whole, rest) = (numerator.magnitude * BigUInt(10).power(decimals))
      .quotientAndRemainder(dividingBy: denominator.magnitude)
    let sum = rest * 2 >= denominator.magnitude ? whole + 1 : whole
    return (String(sum), sum == 0)
  }

  /// A percentage as it is printed, with `decimals` decimals or as many as honesty needs.
  ///
  /// Rounding never makes "all" of less than all, nor "nothing" of something: 483 of 484 is
  /// 99.8 and 1 of 484 is 0.2 where no decimals are asked for.
  package func percentText(decimals: Int) -> String {
    let isWhole = sign == 0 || self == 100
    for decimals in decimals..<36 {
      let text = text(decimals: decimals)
      if isWhole || !["0", "100"].contains(shortText(decimals: decimals)) { return text }
    }
    return text(decimals: max(decimals, 36))
  }

  /// What per cent a count is of another.
  package static func percent(_ count: Int, of base: Int) -> Rational {
    Rational(Int128(count) * 100, over: Int128(base))
  }
}
