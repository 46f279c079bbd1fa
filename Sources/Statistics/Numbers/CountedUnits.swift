/// Some units: how many, and what they count for by stratum.
package struct CountedUnits: Sendable {
  package let count: Int
  /// None where the table has no weights.
  package let masses: [(stratum: Int, mass: Mass)]

  package init(count: Int, masses: [(stratum: Int, mass: Mass)]) {
    self.count = count
    self.masses = masses
  }
}
