import Basics
import Statistics
import Testing

@testable import Aggregation

struct TallyTests {
  private static let size = TallySize(cells: 2, masses: 2, knownParts: 1)

  /// Counts, listed units and masses of a part of the units.
  private func part(_ count: Int, units: [Int], values: [ExactDecimal]) -> Tally {
    var tally = Tally(Self.size)
    tally.count(0, times: count)
    for unit in units { tally.list(ListedUnit(number: unit, instance: 0), behind: 0) }
    tally.restore(
      1, count: values.count,
      values: Distribution(
        steps: values.map { .init(value: $0, mass: Mass(units: 1)) }), units: [])
    tally.masses.restore(Mass(units: count), ofPart: 0, at: 1)
    tally.masses.restore(Mass(units: count), ofPart: 0)
    tally.settle()
    return tally
  }

  /// Of the one part there is, by cell.
  private func masses(_ tally: Tally) -> [[Mass]] {
    (0..<2).map { tally.masses.masses(at: $0).map(\.mass) }
  }

  private func expectSame(_ one: Tally, _ other: Tally) {
    #expect(one.counts == other.counts)
    #expect(one.units == other.units)
    #expect(masses(one) == masses(other))
    #expect(one.masses.wholes == other.masses.wholes)
    #expect(one.values.map(\.steps) == other.values.map(\.steps))
  }

  @Test func emptyCountsNothing() {
    let tally = Tally(Self.size)
    #expect(tally.counts == [0, 0])
    #expect(tally.units == [[], []])
    #expect(masses(tally) == [[], []])
    #expect(tally.masses.wholes == [Mass()])
    #expect(tally.values.allSatisfy { $0.isEmpty })
  }

  /// 2 and 3 are 5; units 7, 9 and 1, 8 in their order; the number 4 occurs in both.
  @Test func mergeAddsCellByCell() {
    var tally = part(2, units: [9, 7], values: [1, 4])
    tally.merge(part(3, units: [8, 1], values: [4, 6]))
    #expect(tally.counts == [5, 4])
    #expect(tally.units.map { $0.map(\.number) } == [[1, 7, 8, 9], []])
    #expect(masses(tally) == [[], [Mass(units: 5)]])
    #expect(tally.masses.wholes == [Mass(units: 5)])
    #expect(tally.values[1].steps.map(\.value) == [1, 4, 6])
    #expect(tally.values[1].steps.map(\.mass.units) == [1, 2, 1])
  }

  @Test func mergeIsTheSameInEveryOrder() {
    let parts = [
      part(2, units: [9, 7], values: [1, 4]), part(3, units: [8], values: [4, 6]),
      part(0, units: [], values: []), part(1, units: [1, 2], values: [-3]),
    ]
    var forward = Tally(Self.size)
    for part in parts { forward.merge(part) }
    var backward = Tally(Self.size)
    for part in parts.reversed() { backward.merge(part) }
    expectSame(forward, backward)
    // And whatever is merged first.
    var left = parts[0]
    left.merge(parts[1])
    var right = parts[2]
    right.merge(parts[3])
    left.merge(right)
    expectSame(left, forward)
  }

  /// The first unit becomes 30, the second 10, the third 20.
  @Test func renumberedUnitsStandInTheirNewOrder() {
    var tally = part(3, units: [1, 2, 3], values: [])
    tally.renumber([30, 10, 20])
    #expect(tally.units.map { $0.map(\.number) } == [[10, 20, 30], []])
    #expect(tally.counts == [3, 0])
  }
}
