/// A decimal number with up to 20 digits before the point and 18 after it, exact: sums and
/// comparisons never round.
package struct FixedDecimal: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number in parts of one, of which there are `one`.
  package let parts: Int128

  package static let mostDecimals = 18
  /// The most digits before the point.
  package static let mostWholeDigits = 20
  package static let one: Int128 = 1_000_000_000_000_000_000
  /// The most bytes a number takes when it is written.
  package static let longest = 1 + mostWholeDigits + 1 + mostDecimals

  /// What no number reaches, in parts.
  private static let limit: UInt128 = 100_000_000_000_000_000_000_000_000_000_000_000_000

  private static let powers = (0...mostDecimals).map { Rational.power($0).magnitude }

  package init(parts: Int128) {
    self.parts = parts
  }

  /// Reads digits with at most one decimal mark and a leading minus; nothing else is a number. The
  /// nought before the mark may be missing, as statistical packages write it: `.75`.
  ///
  /// - Returns: nil too where there are more decimals, or more digits before them, than it holds.
  package init?(_ text: some StringProtocol, decimalMark: Character = ".") {
    guard let mark = decimalMark.asciiValue else {
      guard !text.contains(".") else { return nil }
      self.init(String(text.map { $0 == decimalMark ? "." : $0 }))
      return
    }
    var magnitude: UInt128 = 0
    // How many digits were read before the mark, and behind it.
    var digits = (before: 0, behind: 0)
    var hasMark = false
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        magnitude = magnitude * 10 + UInt128(byte - UInt8(ascii: "0"))
        if hasMark { digits.behind += 1 } else { digits.before += 1 }
        guard magnitude < Self.limit, digits.behind <= Self.mostDecimals else { return nil }
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case mark where !hasMark: hasMark = true
      default: return nil
      }
    }
    guard hasMark ? digits.behind > 0 : digits.before > 0 else { return nil }
    let (scaled, overflows) = magnitude.multipliedReportingOverflow(
      by: Self.powers[Self.mostDecimals - digits.behind])
    guard !overflows, scaled < Self.limit else { return nil }
    self.init(parts: isNegative ? -Int128(scaled) : Int128(scaled))
  }

  /// The number where it is not too large.
  package init?(_ sum: WideSum) {
    guard let parts = sum.small, parts.magnitude < Self.limit else { return nil }
    self.init(parts: parts)
  }

  package var isWhole: Bool { parts % Self.one == 0 }

  package var rational: Rational { Rational(parts, over: Self.one) }

  /// The shortest way to write the number: `12`, `-0.5`.
  package var description: String {
    let (whole, rest) = parts.magnitude.quotientAndRemainder(dividingBy: Self.one.magnitude)
    let sign = parts < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var decimals = String(rest)
    decimals = String(repeating: "0", count: Self.mostDecimals - decimals.count) + decimals
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(sign)\(whole).\(decimals)"
  }

  /// The exact product; nil where it has too many decimals or is too large.
  package func times(_ other: FixedDecimal) -> FixedDecimal? {
    let product = parts.magnitude.multipliedFullWidth(by: other.parts.magnitude)
    guard product.high < Self.one else { return nil }
    let (quotient, rest) = Self.one.magnitude.dividingFullWidth(product)
    guard rest == 0, quotient < Self.limit else { return nil }
    let isNegative = (parts < 0) != (other.parts < 0)
    return FixedDecimal(parts: isNegative ? -Int128(quotient) : Int128(quotient))
  }

  package static func < (left: FixedDecimal, right: FixedDecimal) -> Bool {
    left.parts < right.parts
  }

  /// How far one number in parts lies above another, which no 128 bits with a sign hold for all.
  package static func distance(from lower: Int128, to upper: Int128) -> UInt128 {
    UInt128(truncatingIfNeeded: upper &- lower)
  }
}
