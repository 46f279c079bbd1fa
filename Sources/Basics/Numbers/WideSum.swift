package import BigInt

/// A sum of products of whole numbers of 128 bits, exact in 256, as a tally has them: no product of
/// answers or weights, and no sum of as many as there are people, leaves it.
package struct WideSum: Sendable, Hashable {
  private var high: Int128 = 0
  private var low: UInt128 = 0

  package init() {}

  package init(_ number: Int128, times factor: Int128 = 1) {
    add(number, times: factor)
  }

  package mutating func add(_ number: Int128, times factor: Int128 = 1) {
    let product = number.multipliedFullWidth(by: factor)
    add(product.high, product.low)
  }

  /// - Precondition: The product has no more than 255 bits.
  package mutating func add(_ number: UInt128, times factor: UInt128) {
    let product = number.multipliedFullWidth(by: factor)
    add(Int128(product.high), product.low)
  }

  private mutating func add(_ otherHigh: Int128, _ otherLow: UInt128) {
    let (sum, carries) = low.addingReportingOverflow(otherLow)
    low = sum
    high += otherHigh + (carries ? 1 : 0)
  }

  package static func += (left: inout WideSum, right: WideSum) {
    left.add(right.high, right.low)
  }

  package static func - (left: WideSum, right: WideSum) -> WideSum {
    var difference = left
    let (rest, borrows) = left.low.subtractingReportingOverflow(right.low)
    difference.low = rest
    difference.high = left.high - right.high - (borrows ? 1 : 0)
    return difference
  }
}

extension WideSum: Comparable {
  package static func < (left: WideSum, right: WideSum) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

// MARK: - What it comes to

extension WideSum {
  /// The sum where it has at most 128 bits.
  package var small: Int128? {
    let number = Int128(truncatingIfNeeded: low)
    return high == (number < 0 ? -1 : 0) ? number : nil
  }

  /// The sum where it is not below zero and has at most 128 bits.
  package var unsigned: UInt128? { high == 0 ? low : nil }

  package var big: BigInt {
    small.map { BigInt($0) } ?? BigInt(high) << 128 + BigInt(low)
  }

  /// The nearest floating number, or one beside it.
  package var double: Double {
    small.map { Double($0) } ?? Double(high) * 0x1p128 + Double(low)
  }
}

// MARK: - Dividing

extension WideSum {
  /// - Precondition: The sum is not below zero, and `divisor` is above it.
  package func quotientAndRemainder(
    dividingBy divisor: UInt128
  ) -> (quotient: WideSum, remainder: UInt128) {
    var quotient = WideSum()
    let upper = high.magnitude.quotientAndRemainder(dividingBy: divisor)
    let lower =
      upper.remainder == 0
      ? low.quotientAndRemainder(dividingBy: divisor)
      : divisor.dividingFullWidth((upper.remainder, low))
    (quotient.high, quotient.low) = (Int128(upper.quotient), lower.quotient)
    return (quotient, lower.remainder)
  }
}

// MARK: - As a sum of squares, in the files between the stages

extension WideSum {
  /// Two decimals of `ExactDecimal.commonScale` multiplied have twice as many.
  private static let squareDecimals = 2 * ExactDecimal.commonScale
  private static let squareOfOne = ExactDecimal.one.magnitude * ExactDecimal.one.magnitude

  /// A sum of squares of numbers in parts of one, as a decimal: of 2 and 0.5 it is `4.25`.
  ///
  /// - Precondition: It has at most 38 digits before the point.
  package var squaresText: String {
    let (whole, rest) = Self.squareOfOne.dividingFullWidth((high.magnitude, low))
    guard rest > 0 else { return String(whole) }
    let digits = String(rest)
    var decimals =
      String(repeating: "0", count: Self.squareDecimals - digits.utf8.count) + digits
    while decimals.hasSuffix("0") { decimals.removeLast() }
    return "\(whole).\(decimals)"
  }

  /// - Returns: Nil for what `squaresText` does not write.
  package init?(squares text: some StringProtocol) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? String(parts[1]) : "0"
    let zeros = String(repeating: "0", count: max(0, Self.squareDecimals - decimals.utf8.count))
    guard (1...Self.squareDecimals).contains(decimals.utf8.count),
      let whole = Self.number(parts[0]),
      let rest = Self.number(decimals + zeros)
    else { return nil }
    add(whole, times: Self.squareOfOne)
    add(rest, times: 1)
  }

  private static func number(_ digits: some StringProtocol) -> UInt128? {
    digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 } ? UInt128(digits) : nil
  }
}
