/// A decimal number with up to six places, exact: sums and comparisons never round.
package struct FixedDecimal: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number in millionths.
  package let millionths: Int

  package static let places = 6
  package static let one = 1_000_000

  package init(millionths: Int) {
    self.millionths = millionths
  }

  /// Reads digits with at most one decimal mark and a leading minus; nothing else is a number.
  ///
  /// - Returns: nil too where there are more than six places or the number is too large.
  package init?(_ text: some StringProtocol, decimalMark: Character = ".") {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(
      separator: decimalMark, omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = CalendarDate.number(parts[0]) else {
      return nil
    }
    let decimals = parts.count == 2 ? String(parts[1]) : "0"
    guard decimals.utf8.count <= Self.places, CalendarDate.number(decimals) != nil,
      let fraction = Int((decimals + "000000").prefix(Self.places))
    else { return nil }
    let (scaled, overflow) = whole.multipliedReportingOverflow(by: Self.one)
    let (sum, overflowToo) = scaled.addingReportingOverflow(fraction)
    guard !overflow, !overflowToo else { return nil }
    millionths = isNegative ? -sum : sum
  }

  package var isWhole: Bool { millionths % Self.one == 0 }

  /// The shortest way to write the number: `12`, `-0.5`.
  package var description: String {
    let magnitude = millionths.magnitude
    let whole = magnitude / UInt(Self.one)
    var decimals = String(magnitude % UInt(Self.one))
    decimals = String(repeating: "0", count: Self.places - decimals.count) + decimals
    while decimals.hasSuffix("0") { decimals.removeLast() }
    let sign = millionths < 0 ? "-" : ""
    return decimals.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(decimals)"
  }

  package static func < (left: FixedDecimal, right: FixedDecimal) -> Bool {
    left.millionths < right.millionths
  }
}
