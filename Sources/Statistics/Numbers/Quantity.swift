import Basics

/// A figure before it is rounded.
package enum Quantity: Equatable {
  case count(Int)
  /// A quotient that is known exactly.
  case ratio(Int128, over: Int128)
  /// What has a root in it, or a quantile of a distribution.
  case real(Double)
  /// Year, month and day as eight digits.
  case date(Int128)
  case text(String)

  /// A quotient of numbers of any size.
  ///
  /// Where they are too large for sums and products of shares to fit 128 bits, it is cut after some
  /// twenty places, to an odd last digit unless nothing is cut off: so it is equal to no number
  /// with fewer places, and to no part up to a sixteenth, that it is not.
  package init(_ numerator: Natural, over denominator: Natural, isNegative: Bool = false) {
    let sign: Int128 = isNegative ? -1 : 1
    if let part = numerator.small, let whole = denominator.small, part < Self.largest,
      whole < Self.largest / 100
    {
      self = .ratio(sign * Int128(part), over: Int128(whole))
      return
    }
    for places in [20, 12, 6, 0] {
      let parts = (0..<places).reduce(720_720 as UInt128) { parts, _ in parts * 10 }
      let (quotient, rest) = (numerator * parts).divided(by: denominator)
      guard let quotient = quotient.small, quotient < Self.largest else { continue }
      self = .ratio(sign * Int128(quotient * 2 + (rest.isZero ? 0 : 1)), over: Int128(parts * 2))
      return
    }
    self = .real(Double(sign) * Natural.ratio(numerator, denominator))
  }

  /// A hundred times as much as the largest base of a share.
  private static let largest: UInt128 = 100_000_000_000_000_000_000_000_000_000_000

  /// Whether it is a number that is nought.
  package var isZero: Bool {
    switch self {
    case .count(let count): count == 0
    case .ratio(let numerator, _): numerator == 0
    case .real(let number): number == 0
    case .date, .text: false
    }
  }

  /// In full precision.
  package var text: String {
    switch self {
    case .count(let count): String(count)
    case .ratio(let numerator, let denominator): Ratio.exact(numerator, over: denominator)
    case .real(let number): Self.exact(number, places: 10)
    case .date(let digits): Self.date(digits)
    case .text(let text): text
    }
  }

  /// As a table prints it.
  package func text(places: Int) -> String {
    switch self {
    case .ratio(let numerator, let denominator):
      Ratio.fixed(numerator, over: denominator, places: places)
    case .real(let number): Self.fixed(number, places: places)
    case .count, .date, .text: text
    }
  }

  /// As a percentage is printed, which is 0 and 100 only where it is so exactly.
  package func percent(decimals: Int) -> String {
    switch self {
    case .ratio(let hundredfold, let base):
      Ratio.percent(hundredfold: hundredfold, of: base, places: decimals)
    case .count, .real, .date, .text: text
    }
  }

  private static func exact(_ number: Double, places: Int) -> String {
    let text = fixed(number, places: places)
    guard text.contains(".") else { return text }
    var digits = text[...]
    while digits.hasSuffix("0") { digits.removeLast() }
    return String(digits.hasSuffix(".") ? digits.dropLast() : digits)
  }

  /// A number that is too large to have decimals is printed as it is.
  private static func fixed(_ number: Double, places: Int) -> String {
    let scale: Int128 = 1_000_000_000_000
    guard abs(number) < 1e24 else { return number.description }
    let scaled = (number * Double(scale)).rounded()
    return Ratio.fixed(Int128(scaled), over: scale, places: places)
  }

  private static func date(_ digits: Int128) -> String {
    let text = String(String(100_000_000 + digits).dropFirst())
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6))"
  }
}
