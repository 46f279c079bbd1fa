import Basics

/// A number of a condition: exact, so that decimals and quotients are what they are on paper, or the
/// NaN and infinities of XPath.
struct Number: Sendable {
  private enum Form: Sendable {
    case exact(Rational)
    /// None, or without end.
    case floating(Double)
  }

  private let form: Form

  static let nan = Number(.floating(.nan))

  private init(_ form: Form) {
    self.form = form
  }

  init(_ number: Rational) {
    form = .exact(number)
  }

  init(_ whole: Int) {
    self.init(Rational(whole))
  }

  /// The decimal that a floating number is the shortest name of.
  init(_ number: Double) {
    self = Rational(number).map { Number($0) } ?? Number(.floating(number))
  }

  /// Reads digits with at most one point and a leading minus: Swift's `Double` would take far more.
  init?(_ text: String) {
    guard let number = Rational(text) else { return nil }
    self.init(number)
  }
}

extension Number {
  var isNaN: Bool { floating.isNaN }

  /// The nearest floating number.
  var floating: Double {
    switch form {
    case .exact(let number): number.double
    case .floating(let number): number
    }
  }

  /// Nil where it is no whole number, or too large.
  var whole: Int? {
    switch form {
    case .exact(let number): number.whole?.int128.flatMap { Int(exactly: $0) }
    case .floating: nil
    }
  }

  /// Nil where it is none, or without end.
  var exact: Rational? { if case .exact(let number) = form { number } else { nil } }

  /// With no more decimals than it needs; empty for none.
  var text: String {
    switch form {
    case .exact(let number):
      // A quotient without an end, such as a third, has the digits that a floating number has.
      return number.decimals.map(number.shortText) ?? number.double.description
    case .floating(let number):
      // XPath 1.0, 4.2: what a division by nothing comes to.
      guard !number.isInfinite else { return number < 0 ? "-Infinity" : "Infinity" }
      return isNaN ? "" : number.description
    }
  }
}

extension Number: Comparable {
  static func == (left: Number, right: Number) -> Bool {
    if case .exact(let left) = left.form, case .exact(let right) = right.form {
      return left == right
    }
    return left.floating == right.floating
  }

  static func < (left: Number, right: Number) -> Bool {
    if case .exact(let left) = left.form, case .exact(let right) = right.form {
      return left < right
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
  private static func calculate(
    _ left: Number, _ right: Number, exactly: (Rational, Rational) -> Rational,
    floating: (Double, Double) -> Double
  ) -> Number {
    if case .exact(let left) = left.form, case .exact(let right) = right.form {
      return Number(exactly(left, right))
    }
    return Number(.floating(floating(left.floating, right.floating)))
  }

  private var isZero: Bool { self == 0 }

  static func + (left: Number, right: Number) -> Number {
    calculate(left, right, exactly: +, floating: +)
  }

  static func * (left: Number, right: Number) -> Number {
    calculate(left, right, exactly: *, floating: *)
  }

  /// XPath has an infinity for what is divided by nothing.
  static func / (left: Number, right: Number) -> Number {
    right.isZero
      ? Number(.floating(left.floating / right.floating))
      : calculate(left, right, exactly: /, floating: /)
  }

  /// What is left of a division without decimals; it has the sign of what is divided.
  static func % (left: Number, right: Number) -> Number {
    right.isZero
      ? .nan
      : calculate(
        left, right, exactly: %, floating: { $0.truncatingRemainder(dividingBy: $1) })
  }

  static prefix func - (number: Number) -> Number { number * Number(-1) }

  static func - (left: Number, right: Number) -> Number { left + -right }

  var magnitude: Number { self < Number(0) ? -self : self }

  /// Without its decimals.
  var truncated: Number {
    switch form {
    case .exact(let number): Number(number.truncated)
    case .floating: self
    }
  }

  /// XPath 1.0, section 4.4: halves go up.
  func rounded(decimals: Int) -> Number {
    guard case .exact(let number) = form else { return self }
    let unit = (0..<decimals).reduce(Rational(1)) { unit, _ in unit * 10 }
    return Number(Rational((number * unit + .half).floor) / unit)
  }
}

extension Number: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  init(floatLiteral value: Double) { self.init(value) }
  init(integerLiteral value: Int) { self.init(value) }
}
