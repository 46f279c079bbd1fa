/// A decimal number of up to 38 digits before and after the point together, exact: it is read,
/// compared and written without rounding.
///
/// It is a whole number of parts of one. For nearly all numbers 10^18 parts do, and these all have
/// them, so that they are compared and summed as whole numbers; a number that does not fit has parts
/// of its own, as few as it needs. Every number has one form.
package struct ExactDecimal: Sendable, Hashable {
  /// The number in parts of one, of which there are 10 to the power of `scale`.
  package let mantissa: Int128
  package let scale: Int

  /// The most digits before and after the point together: the nought before the point and those at
  /// the end of the decimals do not count.
  package static let mostDigits = 38
  /// The most bytes a number takes when it is written: with a minus, a nought and a point.
  package static let longest = 3 + mostDigits
  /// The decimals of numbers in the common parts of one.
  package static let commonScale = 18
  /// One in the common parts of one.
  package static let one: Int128 = 1_000_000_000_000_000_000

  /// The parts of one in a scale.
  package static func one(scale: Int) -> Int128 { powers[scale] }

  /// Of 10, by exponent.
  private static let powers = (0...mostDigits).map(Rational.power)
  /// What no mantissa reaches.
  private static let limit = Rational.power(mostDigits).magnitude

  private init(mantissa: Int128, scale: Int) {
    self.mantissa = mantissa
    self.scale = scale
  }

  /// - Parameter parts: The common ones, with at most 38 digits.
  package init(parts: Int128) {
    self.init(mantissa: parts, scale: Self.commonScale)
  }

  /// - Parameter parts: The common ones; nil where they have more digits.
  package init?(parts: WideSum) {
    guard let parts = parts.small, parts.magnitude < Self.limit else { return nil }
    self.init(parts: parts)
  }

  package init(_ whole: Int) {
    self.init(parts: Int128(whole) * Self.one)
  }

  /// - Parameter scale: The common one, or the smallest that does.
  private init?(_ magnitude: UInt128, scale: Int, isNegative: Bool) {
    guard magnitude < Self.limit, scale <= Self.mostDigits else { return nil }
    var (mantissa, scale) = (Int128(magnitude), scale)
    if scale <= Self.commonScale {
      let (parts, overflows) = mantissa.multipliedReportingOverflow(
        by: Self.powers[Self.commonScale - scale])
      if !overflows, parts < Self.limit { (mantissa, scale) = (parts, Self.commonScale) }
    }
    self.init(mantissa: isNegative ? -mantissa : mantissa, scale: scale)
  }
}

extension ExactDecimal {
  /// A number with an end as it is, another to the common decimals, half up (away from zero), or to as
  /// many fewer as its digits leave room for.
  ///
  /// - Returns: Nil where its whole part has more digits than it holds.
  package init?(rounding number: Rational) {
    let most = min(number.decimals ?? Self.commonScale, Self.mostDigits)
    for decimals in stride(from: most, through: 0, by: -1) {
      guard let rounded = Self(number.text(decimals: decimals)) else { continue }
      self = rounded
      return
    }
    return nil
  }
}

// MARK: - Text

extension ExactDecimal: CustomStringConvertible {
  /// Reads digits with at most one decimal mark and a leading minus; nothing else is a number. The
  /// nought before the mark may be missing, as statistical packages write it: `.75`.
  ///
  /// - Returns: Nil too where there are more digits than it holds.
  package init?(_ text: some StringProtocol, decimalMark: Character = ".") {
    guard let mark = decimalMark.asciiValue else {
      guard !text.contains(".") else { return nil }
      self.init(String(text.map { $0 == decimalMark ? "." : $0 }))
      return
    }
    var magnitude: UInt128 = 0
    var digits = 0
    // Noughts before all others are no digits of the number.
    func append(_ digit: UInt8) {
      if digits > 0 || digit > 0 { digits += 1 }
      if digits <= Self.mostDigits { magnitude = magnitude &* 10 &+ UInt128(digit) }
    }
    // What stands before the mark; behind it; and the noughts behind all of these.
    var (whole, decimals, noughts) = (0, 0, 0)
    var hasMark = false
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0") where hasMark: noughts += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if hasMark {
          // Noughts between digits do count.
          for _ in 0..<noughts { append(0) }
          (decimals, noughts) = (decimals + noughts + 1, 0)
        } else {
          whole += 1
        }
        append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case mark where !hasMark: hasMark = true
      default: return nil
      }
    }
    guard hasMark ? decimals + noughts > 0 : whole > 0, digits <= Self.mostDigits else {
      return nil
    }
    self.init(magnitude, scale: decimals, isNegative: isNegative)
  }

  /// The shortest way to write the number: `12`, `-0.5`.
  package var description: String {
    let (whole, rest) = mantissa.magnitude.quotientAndRemainder(
      dividingBy: Self.powers[scale].magnitude)
    let sign = mantissa < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var decimals = String(rest)
    decimals = String(repeating: "0", count: scale - decimals.utf8.count) + decimals
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(sign)\(whole).\(decimals)"
  }
}

// MARK: - Order

extension ExactDecimal: Comparable {
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    guard left.scale != right.scale else { return left.mantissa < right.mantissa }
    let scale = max(left.scale, right.scale)
    return left.parts(scale: scale) < right.parts(scale: scale)
  }

  /// In parts of one, of which there are 10 to the power of a scale no smaller than its own.
  package func parts(scale: Int) -> WideSum {
    WideSum(mantissa, times: Self.powers[scale - self.scale])
  }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}

// MARK: - As other numbers

extension ExactDecimal {
  /// In the common parts of one; nil where these do not do.
  package var parts: Int128? { scale == Self.commonScale ? mantissa : nil }

  package var isWhole: Bool {
    scale == 0 || scale == Self.commonScale && mantissa % Self.one == 0
  }

  /// The whole number, where it is one and no larger than those of the machine.
  package var whole: Int? { isWhole ? Int(exactly: mantissa / Self.powers[scale]) : nil }

  package var rational: Rational { Rational(mantissa, over: Self.powers[scale]) }

  /// The nearest floating number, or one beside it.
  package var double: Double { Double(mantissa) / Double(Self.powers[scale]) }

  /// - Returns: Nil for a number that has more digits, or no end, as a third.
  package init?(exactly number: Rational) {
    if let (numerator, denominator) = number.small, Self.one % denominator == 0 {
      let parts = WideSum(numerator, times: Self.one / denominator)
      if let number = ExactDecimal(parts: parts) {
        self = number
        return
      }
    }
    self.init(number.shortText(decimals: Self.mostDigits))
    guard rational == number else { return nil }
  }

  /// The exact product; nil where it has too many digits.
  package func times(_ other: ExactDecimal) -> ExactDecimal? {
    let product = mantissa.magnitude.multipliedFullWidth(by: other.mantissa.magnitude)
    if scale + other.scale == 2 * Self.commonScale, product.high < Self.one {
      let (quotient, rest) = Self.one.magnitude.dividingFullWidth(product)
      if rest == 0, quotient < Self.limit {
        let isNegative = (mantissa < 0) != (other.mantissa < 0)
        return ExactDecimal(quotient, scale: Self.commonScale, isNegative: isNegative)
      }
    }
    return ExactDecimal(exactly: rational * other.rational)
  }
}
