package import Basics

/// The strata of a plan with weights, and what their units count for.
package struct Stratum: Sendable {
  package let name: String
  /// How many units the stratum has, those that did not reply included; nil without
  /// post-stratification.
  package let population: Int?
  /// By which raking multiplies own weights; nil without raking.
  package let factor: ExactDecimal?
  /// What the units that replied count for before post-stratification or raking.
  package let mass: Mass

  package init(name: String, population: Int?, factor: ExactDecimal? = nil, mass: Mass) {
    self.name = name
    self.population = population
    self.factor = factor
    self.mass = mass
  }
}
