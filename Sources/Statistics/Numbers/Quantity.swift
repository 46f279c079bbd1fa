package import Basics

/// A figure before it is rounded.
package enum Quantity: Equatable {
  case count(Int)
  /// Where a box holds it: of most figures, which are counts, there may be hundreds of thousands.
  indirect case exact(Rational)
  /// What has a root in it, or a quantile of a distribution.
  case real(Double)
  case date(CalendarDate)
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
    case .exact(let number): number.fullText
    case .real(let number):
      Self.decimal(number).map { $0.shortText(decimals: $0.decimals(showing: 10)) }
        ?? number.description
    case .date(let date): date.description
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

  /// In full precision where it has no more decimals, else with as many.
  package func text(upTo decimals: Int) -> String {
    switch self {
    case .exact(let number) where number.decimals.map { $0 > decimals } ?? true:
      text(decimals: decimals)
    case .exact, .count, .real, .date, .text: text
    }
  }

  /// As a percentage, which is 0 and 100 only where it is so exactly.
  package func percent(decimals: Int) -> String {
    switch self {
    case .exact(let number): number.percentText(decimals: decimals)
    case .count, .real, .date, .text: text
    }
  }

  /// A floating number to twelve decimals, or as it is written where these say little of it; nil for
  /// one without end.
  private static func decimal(_ number: Double) -> Rational? {
    let scale: Int128 = 1_000_000_000_000
    guard 1e-6..<1e24 ~= abs(number) else { return Rational(number) }
    return Rational(Int128((number * Double(scale)).rounded()), over: scale)
  }
}
