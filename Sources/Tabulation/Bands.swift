import Basics

/// Bands of a number, found by search: the numbers at which a band begins or ends part all numbers into
/// stretches, and within one the same bands hold.
struct Bands: Sendable {
  /// Where each stretch but the first begins, in order.
  private let starts: [ExactDecimal]
  /// The codes that hold in each stretch, in order.
  private let codes: [[Int]]

  /// - Returns: Nil where something else than bands decides.
  init?(_ rules: [DerivedVariable.Rule]) {
    var bands: [(from: ExactDecimal?, below: ExactDecimal?)] = []
    for rule in rules {
      guard case .range(let from, let below) = rule else { return nil }
      bands.append((from, below))
    }
    starts = Set(bands.flatMap { [$0.from, $0.below].compactMap(\.self) }).sorted()
    codes = ([nil] + starts).map { start -> [Int] in
      bands.indices.filter { code in
        let (from, below) = bands[code]
        guard let start else { return from == nil }
        return from.map { $0 <= start } ?? true && below.map { start < $0 } ?? true
      }
    }
  }

  /// The codes of the bands that a number lies in, in order.
  func codes(of number: ExactDecimal) -> [Int] {
    var stretches = 0..<starts.count
    while !stretches.isEmpty {
      let middle = (stretches.lowerBound + stretches.upperBound) / 2
      stretches =
        starts[middle] <= number
        ? (middle + 1)..<stretches.upperBound : stretches.lowerBound..<middle
    }
    return codes[stretches.lowerBound]
  }
}
