@testable import DisclosureControl
import Testing

/// Held against every rounding to next multiples there is: small tables are counted out.
struct CellRoundingTests {
  typealias Grid = CellSuppressionTests.Grid

  /// In a table of two variables all sums can hold; of such roundings it is one that is nearest to the counts.
  @Test(arguments: CellSuppressionTests.grids, [3, 4, 5])
  func nearestOfThoseThatAddUp(grid: Grid, base: Int) {
    let linked = grid.linked(threshold: 3)
    let rounding = CellRounding(linked, printed: Set(linked.cells.indices), base: base)
    #expect(rounding.brokenSums.isEmpty)
    let values = rounding.values.compactMap(\.self)
    #expect(zip(linked.cells, values).allSatisfy { Self.choices($0.value, base).contains($1) })
    #expect(linked.sums.allSatisfy { $0.reduce(0) { $0 + $1.sign * values[$1.cell] } == 0 })
    let distances = Self.roundings(of: grid, base).map { distance(linked, $0) }
    #expect(distance(linked, values) == distances.min())
  }

  /// Of three counts of two, and of what every two of them come to, base 4: one of any two would have to be
  /// rounded up and the other down.
  @Test func someTablesCannotAddUp() {
    var linked = LinkedCells()
    let parts = (0..<3).map { _ in linked.add(2) }
    for pair in [[0, 1], [0, 2], [1, 2]] {
      linked.add(sumOf: pair.map { parts[$0] }, is: linked.add(4))
    }
    let rounding = CellRounding(linked, printed: Set(linked.cells.indices), base: 4)
    #expect(rounding.brokenSums.count == 1)
    #expect(rounding.brokenSums.allSatisfy { $0.count == 3 })
    #expect(rounding.values[3...].allSatisfy { $0 == 4 })
    #expect(rounding.values[..<3].allSatisfy { [0, 4].contains($0) })
  }

  /// What a part leaves of its whole stands nowhere, but is not negative.
  @Test func partIsNoMoreThanItsWhole() {
    var linked = LinkedCells()
    let (part, whole) = (linked.add(3), linked.add(4))
    linked.add(sumOf: [part, linked.add(1, .implied)], is: whole)
    let other = linked.add(17)
    linked.add(sumOf: [whole, linked.add(13)], is: other)
    let rounding = CellRounding(linked, printed: [part, whole, other, 4], base: 5)
    #expect(rounding.values[part] ?? 0 <= rounding.values[whole] ?? 0)
    #expect(rounding.values == [5, 5, nil, 15, 15] || rounding.values == [5, 5, nil, 20, 15])
  }

  /// Of 50 in three groups none is in no group, so that none of the 23 who ticked something is: 7, 9 and 7 of the
  /// groups must come to what 23 is rounded to, though each for itself would be nearest to 5, 10, 5 and 25.
  @Test func whatPartsLeaveIsPartOfWhatTheirWholesLeave() {
    var linked = LinkedCells()
    let groups = [15, 20, 15].map { linked.add($0) }
    let (all, ticked) = (linked.add(50), linked.add(23))
    let ticks = [7, 9, 7].map { linked.add($0) }
    let printed = Set(linked.cells.indices)
    let (outside, tickedOutside) = (linked.add(0, .implied), linked.add(0, .implied))
    linked.add(sumOf: groups + [outside], is: all)
    linked.add(sumOf: ticks + [tickedOutside], is: ticked)
    linked.add(sumOf: [tickedOutside, linked.add(0, .implied)], is: outside)
    let rounding = CellRounding(linked, printed: printed, base: 5)
    #expect(rounding.brokenSums.isEmpty)
    #expect(ticks.reduce(0) { $0 + (rounding.values[$1] ?? 0) } == rounding.values[ticked])
    #expect([20, 25].contains(rounding.values[ticked]))
  }

  /// All tables that are less than a base away from the rounded one: small counts have values far enough
  /// apart.
  @Test(arguments: CellSuppressionTests.grids.filter { $0.columns == 2 })
  func everyTableThatCouldBe(grid: Grid) {
    let (base, interval) = (4, 3)
    let linked = grid.linked(threshold: 3)
    let rounding = CellRounding(linked, printed: Set(linked.cells.indices), base: base)
    let suppression = CellSuppression(linked, interval: interval, rounding: rounding)
    #expect(suppression.isProven)
    let total = linked.cells.last?.value ?? 0
    func told(_ cell: Int) -> ClosedRange<Int> {
      suppression.isHidden[cell] ? 0...total : rounding.range(of: cell) ?? 0...0
    }
    var seen = linked.cells.map { $0.value...$0.value }
    grid.forEachTable { row, column in
      Array(told(grid.cell(row, column)).clamped(to: 0...total))
    } take: { other in
      let values = other.values
      guard values.last == total, values.indices.allSatisfy({ told($0).contains(values[$0]) })
      else { return }
      for (cell, value) in values.enumerated() {
        seen[cell] = min(seen[cell].lowerBound, value)...max(seen[cell].upperBound, value)
      }
    }
    for (cell, range) in seen.enumerated() where linked.cells[cell].isSensitive {
      #expect(range.upperBound - range.lowerBound >= min(interval, total), "cell \(cell)")
    }
  }

  /// A single one in a group of two: beside a rounded five of at most two nothing is left open, whatever is
  /// rounded. The attacker knows the group.
  @Test func whatIsPublicLimitsTheInterval() {
    var linked = LinkedCells()
    let (yes, no) = (linked.add(1, isSensitive: true), linked.add(1, isSensitive: true))
    linked.add(sumOf: [yes, no], is: linked.add(2, .known))
    let rounding = CellRounding(linked, printed: [yes, no], base: 5)
    let suppression = CellSuppression(linked, interval: 4, rounding: rounding)
    #expect(suppression.isProven)
    #expect(suppression.intervals == [2, 2, 0])
  }

  /// Base 3: three counts of one that are rounded to 0, and a whole of three, which stays: each is 0 to 2, and
  /// that is wide enough. Rounded to nothing else could they be told from 0, 1, 2.
  @Test func hidesNothingThatRoundingProtects() {
    var linked = LinkedCells()
    let parts = (0..<3).map { _ in linked.add(1, isSensitive: true) }
    linked.add(sumOf: parts, is: linked.add(3))
    let rounding = CellRounding(linked, printed: Set(linked.cells.indices), base: 3)
    #expect(rounding.values.compactMap(\.self).sorted() == [0, 0, 3, 3])
    let suppression = CellSuppression(linked, interval: 2, rounding: rounding)
    #expect(suppression.isProven && !suppression.isHidden.contains(true))
  }

  private static func choices(_ count: Int, _ base: Int) -> Set<Int> {
    [count / base * base, (count + base - 1) / base * base]
  }

  private func distance(_ linked: LinkedCells, _ values: [Int]) -> Int {
    zip(linked.cells, values).reduce(0) { $0 + abs($1.0.value - $1.1) }
  }

  /// All cells of every rounding that adds up.
  private static func roundings(of grid: Grid, _ base: Int) -> [[Int]] {
    let linked = grid.linked(threshold: 3)
    var found: [[Int]] = []
    grid.forEachTable {
      choices(grid.counts[$0][$1], base).sorted()
    } take: { other in
      if zip(linked.cells, other.values).allSatisfy({ choices($0.value, base).contains($1) }) {
        found.append(other.values)
      }
    }
    return found
  }
}

extension CellSuppressionTests.Grid {
  /// Every table of as many rows and columns.
  ///
  /// - Parameter choices: What may stand in a row and column.
  fileprivate func forEachTable(_ choices: (Int, Int) -> [Int], take: (Self) -> Void) {
    func fill(_ cells: [Int]) {
      guard cells.count < rows * columns else {
        let rows = (0..<rows).map { Array(cells[($0 * columns)..<(($0 + 1) * columns)]) }
        take(Self(counts: rows))
        return
      }
      for choice in choices(cells.count / columns, cells.count % columns) {
        fill(cells + [choice])
      }
    }
    fill([])
  }
}
