package import Basics

/// What some units count for together: exact, and mergeable in any order.
package struct Mass: Sendable, Equatable {
  package private(set) var units = 0
  /// The sum of the units' own weights, in parts of one.
  package private(set) var weight: Int128 = 0
  /// The sum of the squares of these weights, in parts of parts.
  package private(set) var squares = WideSum()

  package init() {}

  package init(units: Int, weight: Int128, squares: WideSum) {
    self.units = units
    self.weight = weight
    self.squares = squares
  }

  /// One unit.
  package init(weight: Int128) {
    self.init(units: 1, each: weight)
  }

  /// Units of which each counts for one.
  package init(units: Int) {
    self.init(units: units, each: ExactDecimal.one)
  }

  /// Units that weigh the same.
  package init(units: Int, each weight: Int128) {
    let all = Int128(units) * weight
    self.init(units: units, weight: all, squares: WideSum(all, times: weight))
  }

  /// The rest of some units without a part of them.
  package static func - (left: Mass, right: Mass) -> Mass {
    Mass(
      units: left.units - right.units, weight: left.weight - right.weight,
      squares: left.squares - right.squares)
  }

  package static func += (left: inout Mass, right: Mass) {
    left.units += right.units
    left.weight += right.weight
    left.squares += right.squares
  }
}
