import Basics
import Statistics

/// Counts of all cells of all tables, in dense arrays: exact, and mergeable in any order.
struct Tally: Sendable {
  private(set) var counts: [Int]
  /// The numbers behind each cell that has numbers.
  private(set) var values: [Distribution]
  /// The units behind each listed cell, in order of their numbers.
  private(set) var units: [[ListedUnit]]
  /// The numbers behind guarded sums.
  var amounts: AmountTally
  /// What the units count for, where there are weights or a sample.
  var masses: PartMasses

  init(_ size: TallySize) {
    counts = [Int](repeating: 0, count: size.cells)
    values = [Distribution](repeating: Distribution(), count: size.cells)
    units = [[ListedUnit]](repeating: [], count: size.cells)
    masses = PartMasses(cells: size.masses, known: size.knownParts)
    amounts = AmountTally(size.amounts)
  }

  mutating func count(_ cell: Int, times: Int) {
    counts[cell] += times
  }

  /// - Parameter inPart: Whether the parts of the sample are told apart.
  mutating func add(_ value: ExactDecimal, of unit: CountedUnit, to cell: Int, inPart: Bool) {
    values[cell].add(
      value, part: inPart ? unit.part : 0, weight: unit.weight, times: unit.times)
    if !amounts.isEmpty { amounts.add(value, to: cell) }
  }

  mutating func list(_ unit: ListedUnit, behind cell: Int) {
    units[cell].append(unit)
  }

  /// Brings the tally into its one form; to be called when everything is counted.
  mutating func settle() {
    for cell in counts.indices {
      values[cell].settle()
      units[cell].sort()
    }
    masses.settle()
    amounts.settle()
  }

  /// Adds another tally of the same tables; both are settled.
  mutating func merge(_ other: Tally) {
    for cell in counts.indices {
      counts[cell] += other.counts[cell]
      if !other.values[cell].isEmpty { values[cell].merge(other.values[cell]) }
      if !other.units[cell].isEmpty { units[cell] = (units[cell] + other.units[cell]).sorted() }
    }
    masses.merge(other.masses)
    amounts.merge(other.amounts)
  }

  /// Gives the units other numbers: the one at `position` that of `numbers[position - 1]`.
  mutating func renumber(_ numbers: [Int]) {
    for cell in units.indices where !units[cell].isEmpty {
      units[cell] = units[cell].map {
        ListedUnit(number: numbers[$0.number - 1], instance: $0.instance)
      }.sorted()
    }
  }

  /// Puts back what a file held of a cell.
  mutating func restore(_ cell: Int, count: Int, values: Distribution, units: [ListedUnit]) {
    counts[cell] = count
    self.values[cell] = values
    self.units[cell] = units
  }
}

/// How much room a tally needs.
struct TallySize: Sendable, Equatable {
  let cells: Int
  /// How many of the cells have masses.
  let masses: Int
  /// How many parts of the sample there are in any case.
  let knownParts: Int
  /// The cells of guarded sums, with the question of each.
  var amounts: [Int: Int] = [:]
}
