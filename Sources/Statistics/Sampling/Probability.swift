import Glibc

/// The distributions that intervals and comparisons of samples rest on.
package enum Probability {
  /// The standard normal distribution's point below which `probability` lies.
  package static func normalQuantile(_ probability: Double) -> Double {
    point(probability) { 0.5 * erfc(-$0 / 2.0.squareRoot()) }
  }

  /// The probability of a normal deviate at least as far from zero, on both sides.
  package static func normalTails(_ z: Double) -> Double {
    erfc(abs(z) / 2.0.squareRoot())
  }

  /// Student's point below which `probability` lies.
  package static func studentQuantile(_ probability: Double, freedom: Double) -> Double {
    point(probability) { studentBelow($0, freedom: freedom) }
  }

  /// The probability of a Student deviate at least as far from zero, on both sides.
  package static func studentTails(_ t: Double, freedom: Double) -> Double {
    incompleteBeta(freedom / (freedom + t * t), a: freedom / 2, b: 0.5)
  }

  private static func studentBelow(_ t: Double, freedom: Double) -> Double {
    let tail = studentTails(t, freedom: freedom) / 2
    return t < 0 ? tail : 1 - tail
  }

  /// Where a rising distribution function reaches a probability; by halving, to the last bit.
  private static func point(_ probability: Double, _ below: (Double) -> Double) -> Double {
    var (low, high) = (-1.0, 1.0)
    while below(low) > probability { low *= 2 }
    while below(high) < probability { high *= 2 }
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if below(middle) < probability { low = middle } else { high = middle }
    }
  }

  /// The regularized incomplete beta function, by its continued fraction (NIST Digital Library of
  /// Mathematical Functions, 8.17.22) evaluated by Lentz's method.
  package static func incompleteBeta(_ x: Double, a: Double, b: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, a: b, b: a) }
    let logBeta = lgamma(a).0 + lgamma(b).0 - lgamma(a + b).0
    let front = exp(a * log(x) + b * log1p(-x) - logBeta) / a
    let smallest = 1e-300
    var fraction = 1.0
    var c = 1.0
    var d = 0.0
    for index in 0...10_000 {
      let m = Double(index / 2)
      let term: Double
      if index == 0 {
        term = 1
      } else if index.isMultiple(of: 2) {
        term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      } else {
        term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      }
      d = 1 + term * d
      d = 1 / (abs(d) < smallest ? smallest : d)
      c = 1 + term / c
      c = abs(c) < smallest ? smallest : c
      fraction *= c * d
      if abs(1 - c * d) < 1e-16 { break }
    }
    return front * (fraction - 1)
  }
}
