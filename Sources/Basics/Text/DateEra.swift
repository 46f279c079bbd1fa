/// What the years of dates are counted from.
package enum DateEra: String, Sendable, CaseIterable {
  case common
  /// That of Thailand: 2569 is 2026, with the same months and leap days.
  case buddhist

  /// The years that are written in the Buddhist era alone: 1857 to 2156, of which nobody who counts
  /// from elsewhere has a date.
  private static let buddhistYears = 2400...2699
  private static let yearsBefore = 543

  /// The year of the common era; nil for one that nobody writes in this era.
  package func year(_ written: Int) -> Int? {
    let isBuddhist = Self.buddhistYears.contains(written)
    switch self {
    case .common: return isBuddhist ? nil : written
    case .buddhist: return isBuddhist ? written - Self.yearsBefore : nil
    }
  }

  /// The other one.
  var other: DateEra {
    switch self {
    case .common: .buddhist
    case .buddhist: .common
    }
  }
}
