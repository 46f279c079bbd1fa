import Basics
import Statistics

/// What the units of each cell count for, by part of the sample; the parts are those that units have
/// been met of, and are known by their keys, see `PartKeys`.
struct PartMasses: Sendable {
  /// The keys of the parts.
  private(set) var keys: [Int]
  /// What all units that replied count for, by part.
  private(set) var wholes: [Mass]
  /// By part, and then by cell.
  private var masses: [Mass]
  private var positions: [Int: Int]
  /// The positions of the parts in order of their keys; complete after `settle()`.
  private var order: [Int]
  /// The part of the unit that is counted.
  private var current = 0
  /// How many cells have masses.
  let cells: Int

  /// As many as a gigabyte holds.
  private static let mostMasses = 1 << 24

  /// - Parameter known: How many parts there are in any case, with the first numbers for keys.
  init(cells: Int, known: Int) {
    self.cells = cells
    keys = Array(0..<known)
    order = keys
    positions = Dictionary(uniqueKeysWithValues: keys.map { ($0, $0) })
    wholes = [Mass](repeating: Mass(), count: known)
    masses = [Mass](repeating: Mass(), count: known * cells)
  }

  /// Says of which part the unit is that is counted next.
  ///
  /// - Throws: `dataRejected` for more parts than memory has room for.
  mutating func enter(_ key: Int) throws(RunError) {
    current = position(of: key)
    guard masses.count <= Self.mostMasses else {
      throw RunError(
        path: "tables.yaml", id: .statistic(.sampleParts),
        "there are more than \(keys.count - 1) combinations of strata and clusters in \(cells) cells of "
          + "tables that are weighted or tell how far they may be off, which is more than is held in "
          + "memory. Ask for limits in fewer tables, or name clusters that stand for more units")
    }
  }

  private mutating func position(of key: Int) -> Int {
    if let known = positions[key] { return known }
    positions[key] = keys.count
    keys.append(key)
    wholes.append(Mass())
    masses += repeatElement(Mass(), count: cells)
    return keys.count - 1
  }

  /// - Parameter cell: Where it stands among the cells that have masses.
  mutating func weigh(_ mass: Mass, at cell: Int) {
    masses[current * cells + cell] += mass
  }

  /// Counts a unit that replied as one of its part.
  mutating func weigh(_ mass: Mass) {
    wholes[current] += mass
  }

  mutating func restore(_ mass: Mass, ofPart key: Int, at cell: Int) {
    masses[position(of: key) * cells + cell] += mass
  }

  mutating func restore(_ mass: Mass, ofPart key: Int) {
    wholes[position(of: key)] += mass
  }

  mutating func merge(_ other: PartMasses) {
    for (number, key) in other.keys.enumerated() {
      let position = position(of: key)
      wholes[position] += other.wholes[number]
      for cell in 0..<cells {
        masses[position * cells + cell] += other.masses[number * cells + cell]
      }
    }
    settle()
  }

  /// Brings the parts into their order.
  mutating func settle() {
    order = keys.indices.sorted { keys[$0] < keys[$1] }
  }

  /// The parts in order of their keys.
  var inOrder: [(key: Int, whole: Mass)] {
    order.map { (keys[$0], wholes[$0]) }
  }

  /// The masses of a cell that has any, in order of the keys of their parts.
  func masses(at cell: Int) -> [(key: Int, mass: Mass)] {
    order.compactMap { position in
      let mass = masses[position * cells + cell]
      return mass.units > 0 ? (keys[position], mass) : nil
    }
  }
}

/// How a part of the sample is known while it is counted: by one number of the stratum of the weights,
/// the stratum that it was drawn from, the cluster and whether its units weigh anything. Those that weigh
/// nothing are parts of their own, since they add no degree of freedom.
struct PartKeys: Sendable {
  /// How many strata the weights have.
  let strata: Int
  /// How many strata were drawn from.
  let drawnFrom: Int
  /// How many numbers clusters may have.
  let clusters: Int

  /// One more than the largest key.
  var end: Int { 2 * weighing }
  /// One more than the largest key of what weighs something.
  private var weighing: Int { strata * drawnFrom * clusters }

  func key(stratum: Int, drawnFrom number: Int, cluster: Int, weighsNothing: Bool) -> Int {
    (stratum * drawnFrom + number) * clusters + cluster + (weighsNothing ? weighing : 0)
  }

  func parts(of key: Int) -> (stratum: Int, drawnFrom: Int, cluster: Int) {
    let part = key % weighing
    return (part / clusters / drawnFrom, part / clusters % drawnFrom, part % clusters)
  }
}
