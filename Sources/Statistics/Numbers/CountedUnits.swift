/// Some units: how many, and what they count for by part of the sample.
package struct CountedUnits: Sendable {
  package let count: Int
  /// None where the table neither has weights nor tells how far its figures may be off.
  package let masses: [(part: Int, mass: Mass)]

  package init(count: Int, masses: [(part: Int, mass: Mass)]) {
    self.count = count
    self.masses = masses
  }
}
