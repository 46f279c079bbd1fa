/// Tables of whole counts that agree with the true ones in every printed cell and every sum: the
/// proof that hidden cells can have other values than they have.
struct AlternativeTables {
  /// The true tables, with the same changes made to them any number of times in a range.
  private struct Family {
    let changes: [MoveSearch.Change]
    let times: ClosedRange<Int>
  }

  private let linked: LinkedCells
  private let bounds: [ClosedRange<Int>]
  private var families: [Family?] = []
  /// The families that change each cell.
  private var familiesOfCell: [[Int]]
  private var ranges: [ClosedRange<Int>]

  init(_ linked: LinkedCells, bounds: [ClosedRange<Int>]) {
    self.linked = linked
    self.bounds = bounds
    familiesOfCell = linked.cells.map { _ in [] }
    ranges = linked.cells.map { $0.value...$0.value }
  }

  /// How far apart the values are that a cell has in all tables so far.
  func width(of cell: Int) -> Int {
    ranges[cell].upperBound - ranges[cell].lowerBound
  }

  /// The same, had a move been added.
  func width(of cell: Int, with changes: [MoveSearch.Change], upTo most: Int) -> Int {
    let family = family(of: changes, upTo: most)
    guard let by = family.changes.first(where: { $0.cell == cell })?.by else {
      return width(of: cell)
    }
    let range = widened(ranges[cell], linked.cells[cell].value, by, family.times)
    return range.upperBound - range.lowerBound
  }

  /// Adds the tables that a move leads to, made up to so many times and backwards too.
  mutating func add(_ changes: [MoveSearch.Change], upTo most: Int) {
    let family = family(of: changes, upTo: most)
    for change in family.changes {
      ranges[change.cell] = widened(
        ranges[change.cell], linked.cells[change.cell].value, change.by, family.times)
      familiesOfCell[change.cell].append(families.count)
    }
    families.append(family)
  }

  /// Takes away the tables in which a cell differs.
  ///
  /// - Returns: The cells that had other values in them.
  mutating func remove(changing cell: Int) -> [Int] {
    var touched: Set<Int> = []
    for number in familiesOfCell[cell] {
      touched.formUnion(families[number]?.changes.map(\.cell) ?? [])
      families[number] = nil
    }
    for cell in touched {
      familiesOfCell[cell].removeAll { families[$0] == nil }
      let value = linked.cells[cell].value
      ranges[cell] = familiesOfCell[cell].reduce(value...value) { range, number in
        guard let family = families[number],
          let by = family.changes.first(where: { $0.cell == cell })?.by
        else { return range }
        return widened(range, value, by, family.times)
      }
    }
    return touched.sorted()
  }

  /// Whether all tables are such as they should be: no printed or known cell differs, no sum is
  /// broken, and no count is less or more than it can be.
  func hold(hiding isHidden: [Bool]) -> Bool {
    families.allSatisfy { family in
      guard let family else { return true }
      var excess: [Int: Int] = [:]
      for change in family.changes {
        let cell = linked.cells[change.cell]
        guard cell.role == .implied || (cell.role == .printed && isHidden[change.cell]),
          bounds[change.cell].contains(cell.value + change.by * family.times.lowerBound),
          bounds[change.cell].contains(cell.value + change.by * family.times.upperBound)
        else { return false }
        for (sum, sign) in linked.sumsOfCell[change.cell] {
          excess[sum, default: 0] += sign * change.by
        }
      }
      return excess.values.allSatisfy { $0 == 0 }
    }
  }

  private func widened(
    _ range: ClosedRange<Int>, _ value: Int, _ by: Int, _ times: ClosedRange<Int>
  ) -> ClosedRange<Int> {
    let ends = [value + by * times.lowerBound, value + by * times.upperBound]
    return min(range.lowerBound, ends[0], ends[1])...max(range.upperBound, ends[0], ends[1])
  }

  private func family(of changes: [MoveSearch.Change], upTo most: Int) -> Family {
    var amounts: [Int: Int] = [:]
    for change in changes { amounts[change.cell, default: 0] += change.by }
    let divisor = max(1, amounts.values.reduce(0, Self.greatestCommonDivisor))
    let changes = amounts.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      .map { MoveSearch.Change(cell: $0.key, by: $0.value / divisor) }
    return Family(
      changes: changes,
      times: -times(
        changes, backwards: true, upTo: most)...times(
          changes, backwards: false, upTo: most))
  }

  /// How often a move can be made before a count would leave its bounds.
  private func times(_ changes: [MoveSearch.Change], backwards: Bool, upTo most: Int) -> Int {
    changes.reduce(most) { times, change in
      let value = linked.cells[change.cell].value
      let bounds = bounds[change.cell]
      let room =
        (change.by < 0) != backwards ? value - bounds.lowerBound : bounds.upperBound - value
      return min(times, max(0, room) / abs(change.by))
    }
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? abs(left) : greatestCommonDivisor(right, left % right)
  }
}
