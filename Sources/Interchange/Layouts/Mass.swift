/// What some units count for together: exact, and mergeable in any order.
package struct Mass: Sendable, Equatable {
  package private(set) var units = 0
  /// The sum of the units' own weights, in millionths.
  package private(set) var weight: Int128 = 0
  /// The sum of the squares of these weights, in millionths of millionths.
  package private(set) var squares: Int128 = 0

  package init() {}

  package init(units: Int, weight: Int128, squares: Int128) {
    self.units = units
    self.weight = weight
    self.squares = squares
  }

  /// One unit.
  package init(weight: Int128) {
    self.init(units: 1, weight: weight, squares: weight * weight)
  }

  package static func += (left: inout Mass, right: Mass) {
    left.units += right.units
    left.weight += right.weight
    left.squares += right.squares
  }
}
