import Basics

/// A number of a condition: exact, one whole number over another, so that decimals and quotients
/// are what they are on paper. What 128 bits do not hold is the nearest floating number.
struct Number: Sendable {
  private enum Form: Sendable {
    /// In lowest terms, over a positive number.
    case exact(Int128, over: Int128)
    case floating(Double)
  }

  private let form: Form

  static let nan = Number(.floating(.nan))

  private init(_ form: Form) {
    self.form = form
  }

  init(_ whole: Int) {
    form = .exact(Int128(whole), over: 1)
  }

  /// The decimal that a floating number is the shortest name of.
  init(_ number: Double) {
    self = Number(number.description) ?? Number(.floating(number))
  }

  /// Reads digits with at most one point and a leading minus: Swift's `Double` would take far more.
  init?(_ text: String) {
    let digits = text.drop { $0 == "-" }
    guard text.utf8.count - digits.utf8.count <= 1,
      digits.utf8.allSatisfy({ (0x30...0x39) ~= $0 || $0 == UInt8(ascii: ".") }),
      let number = Double(text)
    else { return nil }
    var whole: Int128? = 0
    var unit: Int128? = 1
    var isFraction = false
    for byte in digits.utf8 {
      if byte == UInt8(ascii: ".") {
        isFraction = true
        continue
      }
      whole = Self.sum(Self.product(whole, 10), Int128(byte - UInt8(ascii: "0")))
      if isFraction { unit = Self.product(unit, 10) }
    }
    let sign: Int128 = digits.utf8.count < text.utf8.count ? -1 : 1
    self = Number(Self.product(whole, sign), over: unit) ?? Number(.floating(number))
  }

  /// A quotient; nil where one of both is too large, or it is of nothing.
  private init?(_ numerator: Int128?, over denominator: Int128?) {
    guard let numerator, let denominator, denominator != 0, numerator != .min, denominator != .min
    else { return nil }
    let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    form = .exact(sign * numerator / divisor, over: denominator.magnitudeAsSigned / divisor)
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> Int128 {
    var (left, right) = (left, right)
    while right > 1 { (left, right) = (right, left % right) }
    return right == 1 ? 1 : Int128(left)
  }

  /// Nil where 128 bits do not hold it.
  private static func product(_ left: Int128?, _ right: Int128?) -> Int128? {
    guard let left, let right else { return nil }
    let (product, overflows) = left.multipliedReportingOverflow(by: right)
    return overflows ? nil : product
  }

  private static func sum(_ left: Int128?, _ right: Int128?) -> Int128? {
    guard let left, let right else { return nil }
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? nil : sum
  }
}

extension Int128 {
  /// Of anything but the least number.
  fileprivate var magnitudeAsSigned: Int128 { self < 0 ? -self : self }
}

extension Number {
  var isNaN: Bool { floating.isNaN }

  /// The nearest floating number.
  var floating: Double {
    switch form {
    case .exact(let numerator, 1): Double(numerator)
    case .exact(let numerator, let denominator): Double(numerator) / Double(denominator)
    case .floating(let number): number
    }
  }

  /// Nil where it is no whole number.
  var whole: Int? {
    switch form {
    case .exact(let numerator, 1): Int(exactly: numerator)
    case .exact: nil
    case .floating(let number): Int(exactly: number)
    }
  }

  /// With no more decimals than it needs; empty for none.
  var text: String {
    if isNaN { return "" }
    if case .exact(let numerator, let denominator) = form {
      if denominator == 1 { return String(numerator) }
      if FixedDecimal.one % denominator == 0,
        let millionths = Self.product(numerator, FixedDecimal.one / denominator)
      {
        return FixedDecimal(millionths: millionths).description
      }
    }
    return Int(exactly: floating).map(String.init) ?? floating.description
  }
}

extension Number: Comparable {
  static func == (left: Number, right: Number) -> Bool {
    if case .exact(let a, let b) = left.form, case .exact(let c, let d) = right.form {
      return a == c && b == d
    }
    return left.floating == right.floating
  }

  static func < (left: Number, right: Number) -> Bool {
    if case .exact(let a, let b) = left.form, case .exact(let c, let d) = right.form {
      return a.multipliedFullWidth(by: d) < c.multipliedFullWidth(by: b)
    }
    return left.floating < right.floating
  }

  // What is no number is neither above nor below another.
  static func > (left: Number, right: Number) -> Bool { right < left }
  static func <= (left: Number, right: Number) -> Bool { left < right || left == right }
  static func >= (left: Number, right: Number) -> Bool { right < left || left == right }
}

// MARK: - Calculating

extension Number {
  private typealias Calculation = (Int128, Int128, Int128, Int128) -> Number?

  private static func calculate(
    _ left: Number, _ right: Number, exactly: Calculation, floating: (Double, Double) -> Double
  ) -> Number {
    if case .exact(let a, let b) = left.form, case .exact(let c, let d) = right.form,
      let number = exactly(a, b, c, d)
    {
      return number
    }
    return Number(.floating(floating(left.floating, right.floating)))
  }

  static func + (left: Number, right: Number) -> Number {
    calculate(
      left, right,
      exactly: { a, b, c, d in
        Number(sum(product(a, d), product(c, b)), over: product(b, d))
      }, floating: +)
  }

  static func * (left: Number, right: Number) -> Number {
    calculate(
      left, right, exactly: { a, b, c, d in Number(product(a, c), over: product(b, d)) },
      floating: *)
  }

  static func / (left: Number, right: Number) -> Number {
    calculate(
      left, right, exactly: { a, b, c, d in Number(product(a, d), over: product(b, c)) },
      floating: /)
  }

  /// What is left of a division without decimals; it has the sign of what is divided.
  static func % (left: Number, right: Number) -> Number {
    calculate(
      left, right,
      exactly: { a, b, c, d in
        guard let dividend = product(a, d), let divisor = product(c, b), divisor != 0 else {
          return nil
        }
        return Number(dividend % divisor, over: product(b, d))
      }, floating: { $0.truncatingRemainder(dividingBy: $1) })
  }

  static prefix func - (number: Number) -> Number { number * Number(-1) }

  static func - (left: Number, right: Number) -> Number { left + -right }

  var magnitude: Number { self < Number(0) ? -self : self }

  /// Without its decimals.
  var truncated: Number {
    switch form {
    case .exact(let numerator, let denominator):
      Number(.exact(numerator / denominator, over: 1))
    case .floating(let number): Number(.floating(number.rounded(.towardZero)))
    }
  }

  /// XPath 1.0, section 4.4: halves go up.
  func rounded(places: Int) -> Number {
    let unit = (0..<places).reduce(Number(1)) { unit, _ in unit * Number(10) }
    let doubled = self * unit * Number(2) + Number(1)
    // The whole number not above a half of it.
    let rest = doubled % Number(2)
    let floor = (doubled - rest) / Number(2)
    return (rest < Number(0) ? floor - Number(1) : floor) / unit
  }
}

extension Number: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  init(floatLiteral value: Double) { self.init(value) }
  init(integerLiteral value: Int) { self.init(value) }
}
