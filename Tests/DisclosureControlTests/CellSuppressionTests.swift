@testable import DisclosureControl
import Testing

/// Held against every table of whole numbers there is: small tables are counted out.
struct CellSuppressionTests {
  /// A table of rows and columns with their totals, the total of all known to everybody.
  struct Grid: Sendable, CustomTestStringConvertible {
    let counts: [[Int]]
    var testDescription: String { "\(counts)" }

    var rows: Int { counts.count }
    var columns: Int { counts[0].count }

    /// The cells row by row, the totals last in each row and in a last row.
    func linked(threshold: Int) -> LinkedCells {
      var linked = LinkedCells()
      for row in 0...rows {
        for column in 0...columns {
          let value = value(row, column)
          let isKnown = row == rows && column == columns
          linked.add(
            value, isKnown ? .known : .printed,
            isSensitive: !isKnown && value > 0 && value < threshold)
        }
      }
      for row in 0...rows {
        linked.add(sumOf: (0..<columns).map { cell(row, $0) }, is: cell(row, columns))
      }
      for column in 0...columns {
        linked.add(sumOf: (0..<rows).map { cell($0, column) }, is: cell(rows, column))
      }
      return linked
    }

    /// The counts of all cells, in their order.
    var values: [Int] {
      (0...rows).flatMap { row in (0...columns).map { value(row, $0) } }
    }

    func cell(_ row: Int, _ column: Int) -> Int { row * (columns + 1) + column }

    private func value(_ row: Int, _ column: Int) -> Int {
      let rows = row == rows ? counts : [counts[row]]
      return rows.reduce(0) { sum, row in
        sum + (column == columns ? row.reduce(0, +) : row[column])
      }
    }
  }

  /// Seeded, so that a failure can be seen again.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let grids: [Grid] = {
    var random = Seeded(state: 20_051_102)
    return (0..<40).map { _ in
      let columns = Int.random(in: 2...3, using: &random)
      return Grid(
        counts: (0..<2).map { _ in
          (0..<columns).map { _ in Int.random(in: 0...6, using: &random) }
        })
    }
  }()

  /// All tables with the same printed cells: every hidden cell has values far enough apart.
  @Test(arguments: grids)
  func everyTableThatCouldBe(grid: Grid) {
    let linked = grid.linked(threshold: 3)
    let suppression = CellSuppression(linked, interval: 3)
    #expect(suppression.isProven)
    let total = linked.cells.last?.value ?? 0
    var seen = linked.cells.map { $0.value...$0.value }
    func fill(_ counts: [Int]) {
      guard counts.count < grid.rows * grid.columns else {
        let other = Grid(
          counts: (0..<grid.rows).map { row in
            Array(counts[(row * grid.columns)..<((row + 1) * grid.columns)])
          }
        ).linked(threshold: 3)
        for cell in linked.cells.indices where !suppression.isHidden[cell] {
          guard other.cells[cell].value == linked.cells[cell].value else { return }
        }
        for (cell, range) in seen.enumerated() {
          let value = other.cells[cell].value
          seen[cell] = min(range.lowerBound, value)...max(range.upperBound, value)
        }
        return
      }
      let cell = grid.cell(counts.count / grid.columns, counts.count % grid.columns)
      let used = counts.reduce(0, +)
      let isFixed = !suppression.isHidden[cell]
      for count in isFixed ? [linked.cells[cell].value] : Array(0...max(0, total - used)) {
        fill(counts + [count])
      }
    }
    fill([])
    for (cell, range) in seen.enumerated() where suppression.isHidden[cell] {
      #expect(range.upperBound - range.lowerBound >= min(3, total), "cell \(cell)")
    }
    for (cell, isHidden) in suppression.isHidden.enumerated() where linked.cells[cell].isSensitive {
      #expect(isHidden, "cell \(cell)")
    }
  }

  /// One small cell: a rectangle of four hides it, and the cheapest is taken.
  @Test func cheapestRectangle() {
    let grid = Grid(counts: [[1, 20, 9], [30, 40, 50], [8, 60, 7]])
    let suppression = CellSuppression(grid.linked(threshold: 3), interval: 3)
    let hidden = suppression.isHidden.indices.filter { suppression.isHidden[$0] }
    #expect(hidden == [grid.cell(0, 0), grid.cell(0, 2), grid.cell(2, 0), grid.cell(2, 2)])
  }

  @Test func nothingIsHiddenWithoutNeed() {
    let grid = Grid(counts: [[0, 5], [3, 0]])
    #expect(!CellSuppression(grid.linked(threshold: 3), interval: 3).isHidden.contains(true))
  }

  /// One of a known pair: nothing widens what the pair leaves open.
  @Test func publicCountsLimitTheInterval() {
    var linked = LinkedCells()
    let pair = linked.add(2, .known)
    let yes = linked.add(1, isSensitive: true)
    let no = linked.add(1, isSensitive: true)
    linked.add(sumOf: [yes, no], is: pair)
    let suppression = CellSuppression(linked, interval: 3)
    #expect(suppression.isHidden == [false, true, true])
    #expect(suppression.intervals[yes] == 2)
    #expect(suppression.isProven)
  }

  /// Two groups of one each that are two together: each is one, whatever is hidden.
  @Test func publicCountsThatTellAll() {
    var linked = LinkedCells()
    let both = linked.add(2, .known)
    let groups = [linked.add(1, .known), linked.add(1, .known)]
    let yes = groups.map { group in
      let yes = linked.add(1, isSensitive: true)
      linked.add(sumOf: [yes, linked.add(0, .implied)], is: group)
      return yes
    }
    linked.add(sumOf: yes, is: both)
    #expect(linked.bounds.map { $0.upperBound - $0.lowerBound } == [0, 0, 0, 0, 0, 0, 0])
    #expect(CellSuppression(linked, interval: 3).isProven)
  }

  /// The reply of one unit moves from one state to another in every table at once: the lines of
  /// many attributes, of which the columns are public, and their totals.
  @Test(arguments: [2, 5, 9, 14])
  func changeInManyTables(attributes: Int) {
    let counts = [[1, 14, 15, 14], [0, 0, 0, 0], [0, 0, 0, 0], [32, 39, 38, 38]]
    var linked = LinkedCells()
    let totals = counts.map { linked.add($0.reduce(0, +)) }
    let all = linked.add(counts.joined().reduce(0, +), .known)
    linked.add(sumOf: totals, is: all)
    var small: [Int] = []
    for attribute in 0..<attributes {
      // One attribute divides the units as the counts say, the others less finely.
      let counts = attribute == 0 ? counts : counts.map { [$0[0] + $0[1], $0[2] + $0[3]] }
      let lines = counts.map { counts in
        counts.map { linked.add($0, isSensitive: (1..<3).contains($0)) }
      }
      small.append(lines[0][0])
      for (line, total) in zip(lines, totals) { linked.add(sumOf: line, is: total) }
      for column in lines[0].indices {
        let known = linked.add(counts.reduce(0) { $0 + $1[column] }, .known)
        linked.add(sumOf: lines.map { $0[column] }, is: known)
      }
    }
    let suppression = CellSuppression(linked, interval: 3)
    #expect(suppression.isProven)
    #expect(suppression.isHidden[small[0]] && suppression.intervals[small[0]] == 3)
  }

  /// Three of which every two are 2: no range tells, but the sums together do.
  @Test func publicCountsThatTellAllTogether() {
    var linked = LinkedCells()
    let cells = (0..<3).map { _ in linked.add(1, isSensitive: true) }
    for pair in [[0, 1], [1, 2], [2, 0]] {
      linked.add(sumOf: pair.map { cells[$0] }, is: linked.add(2, .known))
    }
    let suppression = CellSuppression(linked, interval: 2)
    #expect(cells.map { suppression.intervals[$0] } == [0, 0, 0])
    #expect(suppression.isProven)
  }

  /// What nobody prints and anybody can work out is protected too.
  @Test func differenceThatIsNotPrinted() {
    var linked = LinkedCells()
    let base = linked.add(15, .known)
    let ticked = linked.add(14)
    let others = linked.add(1, .implied, isSensitive: true)
    linked.add(sumOf: [ticked, others], is: base)
    #expect(CellSuppression(linked, interval: 3).isHidden == [false, true, false])
  }

  /// Two of three are in a group of 4 that is counted: no more than that many, whatever is hidden.
  @Test func sumWithinAnotherCount() {
    var linked = LinkedCells()
    let base = linked.add(12, .known)
    let parts = [linked.add(1, isSensitive: true), linked.add(2, isSensitive: true), linked.add(9)]
    linked.add(sumOf: parts, is: base)
    let group = linked.add(4, .known)
    linked.add([parts[0], parts[1]], within: [group])
    #expect(linked.bounds[parts[0]] == 0...4 && linked.bounds[parts[2]] == 4...12)
    let suppression = CellSuppression(linked, interval: 4)
    #expect(suppression.isProven)
    #expect(suppression.intervals == [0, 4, 4, 4, 0])
    // With one more outside the group the first can be 5.
    var wider = linked
    wider.add([parts[0]], within: [group], and: 1)
    #expect(wider.bounds[parts[0]] == 0...4)
  }

  /// Twice a cell and another are no more than 7: rounded down, 3 of the first.
  @Test func cellThatIsCountedTwice() {
    var linked = LinkedCells()
    let twice = linked.add(1)
    let once = linked.add(2)
    linked.add([twice, twice, once], within: [], and: 7)
    linked.add([linked.add(9, .known)], within: [linked.add(10, .known)])
    #expect(linked.bounds[twice] == 0...3 && linked.bounds[once] == 0...7)
    #expect(linked.room(of: 0) == 3)
  }
}
