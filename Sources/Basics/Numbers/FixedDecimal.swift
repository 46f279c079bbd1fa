/// A decimal number with up to 18 digits before the point and six after it, exact: sums and
/// comparisons never round.
package struct FixedDecimal: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number in millionths.
  package let millionths: Int128

  package static let places = 6
  package static let one: Int128 = 1_000_000
  /// The most bytes a number takes when it is written.
  package static let longest = 1 + 18 + 1 + places

  package init(millionths: Int128) {
    self.millionths = millionths
  }

  /// Reads digits with at most one decimal mark and a leading minus; nothing else is a number.
  ///
  /// - Returns: nil too where there are more than six places or the number is too large.
  package init?(_ text: some StringProtocol, decimalMark: Character = ".") {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(
      separator: decimalMark, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = CalendarDate.number(parts[0]),
      whole < 1_000_000_000_000_000_000
    else { return nil }
    let decimals = parts.count == 2 ? String(parts[1]) : "0"
    guard decimals.utf8.count <= Self.places, CalendarDate.number(decimals) != nil,
      let fraction = Int((decimals + "000000").prefix(Self.places))
    else { return nil }
    let magnitude = Int128(whole) * Self.one + Int128(fraction)
    millionths = isNegative ? -magnitude : magnitude
  }

  package var isWhole: Bool { millionths % Self.one == 0 }

  /// The shortest way to write the number: `12`, `-0.5`.
  package var description: String {
    let magnitude = millionths.magnitude
    let whole = magnitude / UInt128(Self.one)
    var decimals = String(magnitude % UInt128(Self.one))
    decimals = String(repeating: "0", count: Self.places - decimals.count) + decimals
    while decimals.hasSuffix("0") { decimals.removeLast() }
    let sign = millionths < 0 ? "-" : ""
    return decimals.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(decimals)"
  }

  /// The exact product; nil where it has more than six places or is too large.
  package func times(_ other: FixedDecimal) -> FixedDecimal? {
    let (product, overflows) = millionths.multipliedReportingOverflow(by: other.millionths)
    guard !overflows, product % Self.one == 0,
      (product / Self.one).magnitude / UInt128(Self.one) < 1_000_000_000_000_000_000
    else { return nil }
    return FixedDecimal(millionths: product / Self.one)
  }

  package static func < (left: FixedDecimal, right: FixedDecimal) -> Bool {
    left.millionths < right.millionths
  }
}
