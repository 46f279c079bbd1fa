import Interchange
import Tabular

/// Turns what was counted into what it counts for in the population: own weights, then
/// post-stratification.
struct Weighting {
  /// By which the weights of each stratum are multiplied: how many units it has, over what those
  /// that replied weigh. Nil where there is no post-stratification.
  private let factors: [(population: Int128, weight: Int128)]?
  /// What the units of each stratum that replied count for before.
  private let masses: [Mass]

  /// A finished weight is a whole number of these parts of a unit.
  static let unit: Int128 = 1_000_000_000_000

  var isPostStratified: Bool { factors != nil }

  init(_ strata: [Stratum]) {
    let isPostStratified = strata.contains { $0.population != nil }
    factors =
      isPostStratified
      ? strata.map { (Int128($0.population ?? 0), $0.mass.weight) } : nil
    masses = strata.map(\.mass)
  }

  /// What the units that replied of a stratum of the post-stratification count for before it.
  func stratum(_ number: Int) -> Mass? {
    isPostStratified ? masses[number] : nil
  }

  /// By which own weights in a stratum are multiplied, as a number.
  func factor(_ stratum: Int) -> Double {
    guard let factors, factors[stratum].weight > 0 else { return 1 }
    return Double(factors[stratum].population) / Self.number(factors[stratum].weight)
  }

  /// What some units of a stratum weigh, in parts of a unit; rounded half up.
  func weight(_ mass: Mass, in stratum: Int) -> Int128 {
    guard let factors else { return mass.weight * (Self.unit / FixedDecimal.one) }
    let (population, weight) = factors[stratum]
    guard weight > 0 else { return 0 }
    // The product of both may need more than 128 bits, the quotient hardly ever.
    let product = mass.weight.magnitude.multipliedFullWidth(by: (population * Self.unit).magnitude)
    let (quotient, rest) = weight.magnitude.dividingFullWidth(product)
    return Int128(quotient) + (rest * 2 >= weight.magnitude ? 1 : 0)
  }

  func weight(_ masses: [(stratum: Int, mass: Mass)]) -> Int128 {
    masses.reduce(0) { $0 + weight($1.mass, in: $1.stratum) }
  }

  /// A weight in millionths as a number.
  static func number(_ millionths: Int128) -> Double { Double(millionths) / 1e6 }

  /// A square in millionths of millionths as a number.
  static func square(_ squares: Int128) -> Double { Double(squares) / 1e12 }
}
