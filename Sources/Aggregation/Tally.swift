import Basics
import Statistics

/// Counts of all cells of all tables, in dense arrays: exact, and mergeable in any order.
struct Tally: Sendable {
  private(set) var counts: [Int]
  /// The numbers behind each cell that has numbers.
  private(set) var values: [Distribution]
  /// The units behind each listed cell, in order of their numbers.
  private(set) var units: [[Int]]
  /// What the units of each cell of a weighted table count for, by stratum.
  private(set) var masses: [Mass]
  /// What all units that replied count for, by stratum; empty in a plan without weights.
  private(set) var strata: [Mass]

  init(_ size: TallySize) {
    counts = [Int](repeating: 0, count: size.cells)
    values = [Distribution](repeating: Distribution(), count: size.cells)
    units = [[Int]](repeating: [], count: size.cells)
    masses = [Mass](repeating: Mass(), count: size.masses)
    strata = [Mass](repeating: Mass(), count: size.strata)
  }

  mutating func count(_ cell: Int, times: Int) {
    counts[cell] += times
  }

  mutating func add(_ value: ExactDecimal, of unit: CountedUnit, to cell: Int) {
    values[cell].add(value, stratum: unit.stratum, weight: unit.weight, times: unit.times)
  }

  mutating func list(_ unit: Int, behind cell: Int) {
    units[cell].append(unit)
  }

  mutating func weigh(_ mass: Mass, at position: Int) {
    masses[position] += mass
  }

  mutating func weigh(_ mass: Mass, inStratum stratum: Int) {
    strata[stratum] += mass
  }

  /// Brings the tally into its one form; to be called when everything is counted.
  mutating func settle() {
    for cell in counts.indices {
      values[cell].settle()
      units[cell].sort()
    }
  }

  /// Adds another tally of the same tables; both are settled.
  mutating func merge(_ other: Tally) {
    for cell in counts.indices {
      counts[cell] += other.counts[cell]
      if !other.values[cell].isEmpty { values[cell].merge(other.values[cell]) }
      if !other.units[cell].isEmpty { units[cell] = (units[cell] + other.units[cell]).sorted() }
    }
    for position in masses.indices { masses[position] += other.masses[position] }
    for stratum in strata.indices { strata[stratum] += other.strata[stratum] }
  }

  /// Gives the units other numbers: the one at `position` that of `numbers[position - 1]`.
  mutating func renumber(_ numbers: [Int]) {
    for cell in units.indices where !units[cell].isEmpty {
      units[cell] = units[cell].map { numbers[$0 - 1] }.sorted()
    }
  }

  /// Puts back what a file held of a cell.
  mutating func restore(_ cell: Int, count: Int, values: Distribution, units: [Int]) {
    counts[cell] = count
    self.values[cell] = values
    self.units[cell] = units
  }
}

/// How much room a tally needs.
struct TallySize: Sendable, Equatable {
  let cells: Int
  let masses: Int
  let strata: Int
}
