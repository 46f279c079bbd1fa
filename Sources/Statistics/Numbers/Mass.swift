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
    self.init(units: 1, weight: weight, squares: WideSum(weight, times: weight))
  }

  /// Units of which each counts for one.
  package init(units: Int) {
    let one = FixedDecimal.one
    self.init(
      units: units, weight: Int128(units) * one, squares: WideSum(Int128(units) * one, times: one))
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
