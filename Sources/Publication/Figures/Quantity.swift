import Interchange
import Tabular

/// A figure before it is rounded.
enum Quantity: Equatable {
  case count(Int)
  /// A quotient that is known exactly.
  case ratio(Int128, over: Int128)
  /// What has a root in it, or a quantile of a distribution.
  case real(Double)
  /// Year, month and day as eight digits.
  case date(Int128)
  case text(String)

  /// In full precision.
  var text: String {
    switch self {
    case .count(let count): String(count)
    case .ratio(let numerator, let denominator): Ratio.exact(numerator, over: denominator)
    case .real(let number): Self.exact(number, places: 10)
    case .date(let digits): Self.date(digits)
    case .text(let text): text
    }
  }

  /// As a table prints it.
  func text(places: Int) -> String {
    switch self {
    case .ratio(let numerator, let denominator):
      Ratio.fixed(numerator, over: denominator, places: places)
    case .real(let number): Self.fixed(number, places: places)
    case .count, .date, .text: text
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
