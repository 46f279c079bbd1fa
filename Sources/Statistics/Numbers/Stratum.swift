/// The strata of a plan with weights, and what their units count for.
package struct Stratum: Sendable {
  package let name: String
  /// How many units the stratum has, those that did not reply included; nil without
  /// post-stratification.
  package let population: Int?
  /// What the units that replied count for before post-stratification.
  package let mass: Mass

  package init(name: String, population: Int?, mass: Mass) {
    self.name = name
    self.population = population
    self.mass = mass
  }
}
