package import BigInt

/// An exact number: one whole number over another. What 128 bits hold is worked out in these, all
/// else in whole numbers of any size, so that nothing is ever rounded before it is printed.
///
/// For figures and conditions; what is counted stays in whole numbers, which are far faster.
package struct Rational: Sendable {
  /// The denominator is positive.
  fileprivate enum Form {
    /// In lowest terms, and never the least number, which has no opposite.
    case small(Int128, over: Int128)
    /// In lowest terms only where these are found at once.
    case large(BigInt, over: BigInt)
  }

  fileprivate let form: Form

  package static let zero = Rational(0)
  package static let half = Rational(1 as Int128, over: 2)

  private init(_ form: Form) {
    self.form = form
  }

  package init(_ whole: some BinaryInteger) {
    self.init(BigInt(whole), over: 1)
  }

  package init(_ whole: Int128) {
    self.init(whole, over: 1)
  }

  package init(_ whole: Int) {
    self.init(.small(Int128(whole), over: 1))
  }

  /// - Precondition: `denominator` is not zero.
  package init(_ numerator: Int128, over denominator: Int128) {
    guard numerator != .min, denominator != .min else {
      self.init(BigInt(numerator), over: BigInt(denominator))
      return
    }
    let sign = Int128(denominator.signum())
    if denominator.magnitude == 1 {
      self.init(.small(sign * numerator, over: 1))
      return
    }
    let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
    self.init(.small(sign * (numerator / divisor), over: sign * denominator / divisor))
  }

  /// - Precondition: `denominator` is not zero.
  package init(_ numerator: BigInt, over denominator: BigInt) {
    if let numerator = numerator.int128, let denominator = denominator.int128 {
      self.init(numerator, over: denominator)
      return
    }
    var (numerator, denominator) =
      denominator.sign == .minus ? (-numerator, -denominator) : (numerator, denominator)
    if denominator != 1, Self.isReduced(numerator, denominator) {
      let divisor = numerator.greatestCommonDivisor(with: denominator)
      (numerator, denominator) = (numerator / divisor, denominator / divisor)
    }
    if let numerator = numerator.int128, let denominator = denominator.int128 {
      self.init(.small(numerator, over: denominator))
    } else {
      self.init(.large(numerator, over: denominator))
    }
  }

  /// Whether two numbers are brought to lowest terms: of longer ones that would take longer than all
  /// that is done with them.
  private static func isReduced(_ numerator: BigInt, _ denominator: BigInt) -> Bool {
    numerator.bitWidth + denominator.bitWidth <= 1024
  }

  /// A sum over one number, or over the product of two.
  package init(_ sum: WideSum, over denominator: Int128, _ factor: Int128 = 1) {
    if factor == 1, let small = sum.small {
      self.init(small, over: denominator)
    } else {
      self.init(sum.big, over: BigInt(denominator) * BigInt(factor))
    }
  }

  /// Of a numerator less than 2^127 and a denominator that is not zero.
  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> Int128 {
    var (left, right) = (left, right)
    while right > 0 { (left, right) = (right, left % right) }
    return Int128(left)
  }

  /// Reads digits with at most one point and a leading minus.
  ///
  /// - Returns: Nil too where there are more digits than anybody means.
  package init?(_ text: some StringProtocol) {
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    let signs = text.utf8.count - digits.count
    guard signs <= 1, digits.count <= Self.mostDigits else { return nil }
    var whole: Int128 = 0
    var decimals: Int?
    var isLong = false
    var count = 0
    for byte in digits {
      if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte else { return nil }
      count += 1
      decimals = decimals.map { $0 + 1 }
      if isLong { continue }
      let (tenfold, overflows) = whole.multipliedReportingOverflow(by: 10)
      let (sum, exceeds) = tenfold.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
      (whole, isLong) = (sum, overflows || exceeds)
    }
    guard count > 0 else { return nil }
    let sign: Int128 = signs == 1 ? -1 : 1
    if !isLong, decimals ?? 0 <= 37 {
      self.init(sign * whole, over: Self.power(decimals ?? 0))
    } else {
      let all = BigInt(String(text.filter { $0 != "." && $0 != "-" })) ?? 0
      self.init(BigInt(sign) * all, over: BigInt(10).power(decimals ?? 0))
    }
  }

  private static let mostDigits = 400

  /// The decimal that a floating number is the shortest name of; nil for none, and for what has no
  /// end.
  package init?(_ number: Double) {
    let parts = number.description.split(separator: "e")
    guard let first = parts.first, let decimal = Rational(first) else { return nil }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let power = Rational(BigInt(10).power(Int(exponent.magnitude)))
    self = exponent < 0 ? decimal / power : decimal * power
  }

  /// 10 to the power of at most 38.
  static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

// MARK: - What it is

extension Rational {
  package var numerator: BigInt {
    switch form {
    case .small(let numerator, _): BigInt(numerator)
    case .large(let numerator, _): numerator
    }
  }

  package var denominator: BigInt {
    switch form {
    case .small(_, let denominator): BigInt(denominator)
    case .large(_, let denominator): denominator
    }
  }

  /// Both where 128 bits hold them.
  package var small: (numerator: Int128, denominator: Int128)? {
    if case .small(let numerator, let denominator) = form { (numerator, denominator) } else { nil }
  }

  /// -1, 0 or 1.
  package var sign: Int {
    switch form {
    case .small(let numerator, _): Int(numerator.signum())
    case .large(let numerator, _): Int(numerator.signum())
    }
  }

  package var magnitude: Rational { sign < 0 ? -self : self }

  /// The whole number, where it is one.
  package var whole: BigInt? {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest == 0 ? quotient : nil
  }

  /// The greatest whole number that is not above it.
  package var floor: BigInt {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest < 0 ? quotient - 1 : quotient
  }

  /// How many decimals it is written out with; nil where they have no end, or are too many to tell.
  package var decimals: Int? {
    switch form {
    case .small(_, let denominator): Self.decimals(of: denominator.magnitude)
    case .large(let numerator, let denominator):
      Self.isReduced(numerator, denominator) ? Self.decimals(of: denominator.magnitude) : nil
    }
  }

  private static func decimals(of denominator: some BinaryInteger) -> Int? {
    let twos = denominator.trailingZeroBitCount
    var (rest, fives) = (denominator >> twos, 0)
    while rest.isMultiple(of: 5) { (rest, fives) = (rest / 5, fives + 1) }
    return rest == 1 ? max(twos, fives) : nil
  }

  /// Without its decimals.
  package var truncated: Rational {
    if case .small(let numerator, let denominator) = form {
      return Rational(numerator / denominator)
    }
    return Rational(numerator / denominator)
  }

  /// The nearest floating number, or one beside it, however large both parts are.
  package var double: Double {
    if case .small(let numerator, let denominator) = form,
      numerator.magnitude < 1 << 53, denominator < 1 << 53
    {
      return Double(numerator) / Double(denominator)
    }
    let magnitude = numerator.magnitude
    guard magnitude > 0 else { return 0 }
    // A quotient of 65 bits, of which the last says whether anything is left.
    let shift = 65 - (magnitude.bitWidth - denominator.bitWidth)
    let (quotient, rest) =
      shift >= 0
      ? (magnitude << shift).quotientAndRemainder(dividingBy: denominator.magnitude)
      : magnitude.quotientAndRemainder(dividingBy: denominator.magnitude << -shift)
    let bits = UInt128(quotient) << 1 | (rest == 0 ? 0 : 1)
    let number = Double(sign: .plus, exponent: -shift - 1, significand: Double(bits))
    return sign < 0 ? -number : number
  }
}

// MARK: - Comparing

extension Rational: Comparable {
  package static func == (left: Rational, right: Rational) -> Bool {
    if case .small(let a, let b) = left.form, case .small(let c, let d) = right.form {
      return a == c && b == d
    }
    return left.numerator * right.denominator == right.numerator * left.denominator
  }

  package static func < (left: Rational, right: Rational) -> Bool {
    if case .small(let a, let b) = left.form, case .small(let c, let d) = right.form {
      let (first, second) = (a.multipliedFullWidth(by: d), c.multipliedFullWidth(by: b))
      return (first.high, first.low) < (second.high, second.low)
    }
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    return left.numerator * right.denominator < right.numerator * left.denominator
  }
}

// MARK: - Calculating

extension Rational {
  package static func + (left: Rational, right: Rational) -> Rational {
    if case .small(let a, let b) = left.form, case .small(let c, let d) = right.form {
      let (first, overflows) = a.multipliedReportingOverflow(by: d)
      let (second, exceeds) = c.multipliedReportingOverflow(by: b)
      let (sum, leaves) = first.addingReportingOverflow(second)
      let (whole, isLong) = b.multipliedReportingOverflow(by: d)
      if !overflows, !exceeds, !leaves, !isLong { return Rational(sum, over: whole) }
    }
    let denominator = left.denominator
    if denominator == right.denominator {
      return Rational(left.numerator + right.numerator, over: denominator)
    }
    return Rational(
      left.numerator * right.denominator + right.numerator * denominator,
      over: denominator * right.denominator)
  }

  package static func * (left: Rational, right: Rational) -> Rational {
    if case .small(let a, let b) = left.form, case .small(let c, let d) = right.form {
      let (product, overflows) = a.multipliedReportingOverflow(by: c)
      let (whole, isLong) = b.multipliedReportingOverflow(by: d)
      if !overflows, !isLong { return Rational(product, over: whole) }
    }
    return Rational(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }

  /// - Precondition: `right` is not zero.
  package static func / (left: Rational, right: Rational) -> Rational {
    if case .small(let c, let d) = right.form {
      return left * Rational(d, over: c)
    }
    if left.denominator == right.denominator {
      return Rational(left.numerator, over: right.numerator)
    }
    return Rational(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }

  /// What is left of a division without decimals; it has the sign of what is divided.
  ///
  /// - Precondition: `right` is not zero.
  package static func % (left: Rational, right: Rational) -> Rational {
    left - (left / right).truncated * right
  }

  package static prefix func - (number: Rational) -> Rational {
    switch number.form {
    case .small(let numerator, let denominator): Rational(.small(-numerator, over: denominator))
    case .large(let numerator, let denominator): Rational(.large(-numerator, over: denominator))
    }
  }

  package static func - (left: Rational, right: Rational) -> Rational { left + -right }
}

extension Rational: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(value) }
}
