import Basics
import Statistics
import Testing

@testable import Aggregation

struct PartMassesTests {
  /// A unit of each of some parts, one after the other, which weighs as much as its part is numbered and
  /// is in the second of two cells.
  private func masses(of keys: [Int], known: Int = 0) throws -> PartMasses {
    var masses = PartMasses(cells: 2, known: known)
    for key in keys {
      let mass = Mass(weight: Int128(key))
      try masses.enter(key)
      masses.weigh(mass)
      masses.weigh(mass, at: 1)
    }
    masses.settle()
    return masses
  }

  @Test func partsAreThoseThatWereMet() throws {
    let masses = try masses(of: [700, 3, 700])
    #expect(masses.inOrder.map(\.key) == [3, 700])
    #expect(masses.inOrder.map(\.whole.weight) == [3, 1400])
    #expect(masses.masses(at: 1).map(\.key) == [3, 700])
    #expect(masses.masses(at: 1).map(\.mass.units) == [1, 2])
    #expect(masses.masses(at: 0).isEmpty)
  }

  /// Strata have their number, whether anybody replied of them or not.
  @Test func knownPartsAreThereWithoutUnits() throws {
    let masses = try masses(of: [2], known: 4)
    #expect(masses.inOrder.map(\.key) == [0, 1, 2, 3])
    #expect(masses.inOrder.map(\.whole.units) == [0, 0, 1, 0])
  }

  @Test(arguments: [[5, 9, 1], [9], [1, 1, 5], []])
  func mergeIsTheSameInEitherOrder(keys: [Int]) throws {
    let (left, right) = (try masses(of: [9, 2, 5]), try masses(of: keys))
    var one = left
    one.merge(right)
    var other = right
    other.merge(left)
    let whole = try masses(of: [9, 2, 5] + keys)
    for merged in [one, other] {
      #expect(merged.inOrder.map(\.key) == whole.inOrder.map(\.key))
      #expect(merged.inOrder.map(\.whole) == whole.inOrder.map(\.whole))
      #expect(merged.masses(at: 1).map(\.mass) == whole.masses(at: 1).map(\.mass))
    }
  }

  /// The last code of the last counts one on.
  @Test func keysTellAllApart() {
    let keys = PartKeys(strata: 3, drawnFrom: 2, clusters: 1000)
    #expect(keys.key(stratum: 0, drawnFrom: 0, cluster: 0, weighsNothing: false) == 0)
    #expect(
      keys.key(stratum: 2, drawnFrom: 1, cluster: 999, weighsNothing: false) == keys.end / 2 - 1)
    #expect(keys.key(stratum: 2, drawnFrom: 1, cluster: 999, weighsNothing: true) == keys.end - 1)
    for weighsNothing in [false, true] {
      let key = keys.key(stratum: 2, drawnFrom: 0, cluster: 17, weighsNothing: weighsNothing)
      #expect(keys.parts(of: key) == (2, 0, 17))
    }
  }
}
