/// Division and rounding of whole numbers: exact, half up, never through a floating number.
package enum Ratio {
  /// The quotient in decimal notation with up to `places` decimals, without trailing zeros.
  package static func exact(_ numerator: Int128, over denominator: Int128, places: Int = 12)
    -> String
  {
    let rounded = fixed(numerator, over: denominator, places: places)
    guard rounded.contains(".") else { return rounded }
    var text = rounded[...]
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return String(text)
  }

  /// The quotient with exactly `places` decimals, rounded half up (away from zero).
  package static func fixed(_ numerator: Int128, over denominator: Int128, places: Int) -> String {
    let isNegative = (numerator < 0) != (denominator < 0) && numerator != 0
    let divisor = denominator.magnitude
    var (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
    var digits: [UInt128] = []
    for _ in 0..<places {
      // One digit at a time, so that nothing overflows.
      let (digit, next) = (rest * 10).quotientAndRemainder(dividingBy: divisor)
      digits.append(digit)
      rest = next
    }
    if rest * 2 >= divisor {
      var position = digits.count - 1
      while position >= 0 && digits[position] == 9 {
        digits[position] = 0
        position -= 1
      }
      if position >= 0 { digits[position] += 1 } else { whole += 1 }
    }
    let sign = isNegative && (whole > 0 || digits.contains { $0 > 0 }) ? "-" : ""
    let decimals = digits.map(String.init).joined()
    return decimals.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(decimals)"
  }

  /// A percentage as it is printed, with `places` decimals or as many as honesty needs.
  ///
  /// Rounding never makes "all" of less than all, nor "nothing" of something: 483 of 484 is
  /// 99.8 and 1 of 484 is 0.2 where no decimals are asked for.
  package static func percent(_ numerator: Int, of base: Int, places: Int) -> String {
    percent(hundredfold: Int128(numerator) * 100, of: Int128(base), places: places)
  }

  /// The same of a numerator that is multiplied by 100 already.
  package static func percent(hundredfold: Int128, of base: Int128, places: Int) -> String {
    var places = places
    while true {
      let text = fixed(hundredfold, over: base, places: places)
      let isWhole = hundredfold == base * 100 || hundredfold == 0
      let bare = exact(hundredfold, over: base, places: places)
      if isWhole || (bare != "100" && bare != "0") || places >= 36 { return text }
      places += 1
    }
  }
}
