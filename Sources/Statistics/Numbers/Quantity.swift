package import Basics

/// A figure before it is rounded.
package enum Quantity: Equatable {
  case count(Int)
  case exact(Rational)
  /// What has a root in it, or a quantile of a distribution.
  case real(Double)
  /// Year, month and day as eight digits.
  case date(Int128)
  case text(String)

  /// Whether it is a number that is nought.
  package var isZero: Bool {
    switch self {
    case .count(let count): count == 0
    case .exact(let number): number.sign == 0
    case .real(let number): number == 0
    case .date, .text: false
    }
  }

  /// In full precision.
  package var text: String {
    switch self {
    case .count(let count): String(count)
    case .exact(let number): number.shortText()
    case .real(let number): Self.decimal(number)?.shortText(decimals: 10) ?? number.description
    case .date(let digits): Self.date(digits)
    case .text(let text): text
    }
  }

  /// As a table prints it.
  package func text(decimals: Int) -> String {
    switch self {
    case .exact(let number): number.text(decimals: decimals)
    case .real(let number): Self.decimal(number)?.text(decimals: decimals) ?? number.description
    case .count, .date, .text: text
    }
  }

  /// As a percentage, which is 0 and 100 only where it is so exactly.
  package func percent(decimals: Int) -> String {
    switch self {
    case .exact(let number): number.percentText(decimals: decimals)
    case .count, .real, .date, .text: text
    }
  }

  /// A floating number to twelve decimals; nil for one that is too large to have any.
  private static func decimal(_ number: Double) -> Rational? {
    let scale: Int128 = 1_000_000_000_000
    guard abs(number) < 1e24 else { return nil }
    return Rational(Int128((number * Double(scale)).rounded()), over: scale)
  }

  private static func date(_ digits: Int128) -> String {
    let text = String(String(100_000_000 + digits).dropFirst())
    return "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.dropFirst(6))"
  }
}
