/// By how much a cell differs from the true one.
struct CellChange {
  let cell: Int
  let by: Int
}

/// Tables of whole counts that agree with the true ones in every sum and in what is told of every cell: the
/// proof that cells that are hidden, or rounded, can have other values than they have.
struct AlternativeTables {
  /// The true tables, with the same changes made to them any number of times in a range.
  struct Family {
    fileprivate let changes: [CellChange]
    fileprivate let times: ClosedRange<Int>
  }

  private let linked: LinkedCells
  private let possible: CellRanges
  private var families: [Family?] = []
  /// The families that change each cell.
  private var familiesOfCell: [[Int]]
  /// The least and the most that each cell is in all tables so far.
  private(set) var ranges: [ClosedRange<Int>]

  init(_ linked: LinkedCells, _ possible: CellRanges) {
    self.linked = linked
    self.possible = possible
    familiesOfCell = linked.cells.map { _ in [] }
    ranges = linked.cells.map { $0.value...$0.value }
  }

  /// How far apart the values are that a cell has in all tables so far.
  func width(of cell: Int) -> Int {
    ranges[cell].upperBound - ranges[cell].lowerBound
  }

  /// Adds the tables that changes lead to, made up to so many times and backwards too.
  ///
  /// - Parameter changes: Each cell once.
  mutating func add(_ changes: [CellChange], upTo most: Int, hiding isHidden: [Bool]) {
    let divisor = changes.reduce(0) { Self.greatestCommonDivisor($0, $1.by) }
    guard divisor > 0 else { return }
    let changes = changes.map { CellChange(cell: $0.cell, by: $0.by / divisor) }
    let backwards = times(changes, backwards: true, upTo: most, isHidden)
    let times = times(changes, backwards: false, upTo: most, isHidden)
    add(Family(changes: changes, times: -backwards...times))
  }

  mutating func add(_ family: Family) {
    for change in family.changes {
      ranges[change.cell] = widened(ranges[change.cell], by: change, family.times)
      familiesOfCell[change.cell].append(families.count)
    }
    families.append(family)
  }

  /// Takes away the tables in which a cell differs.
  ///
  /// - Returns: Those, and the cells that had other values in them.
  mutating func remove(changing cell: Int) -> (families: [Family], cells: [Int]) {
    let numbers = familiesOfCell[cell]
    let removed = numbers.compactMap { families[$0] }
    for number in numbers { families[number] = nil }
    let touched = Set(removed.flatMap { $0.changes.map(\.cell) }).sorted()
    for cell in touched {
      familiesOfCell[cell].removeAll { families[$0] == nil }
      let value = linked.cells[cell].value
      ranges[cell] = familiesOfCell[cell].reduce(value...value) { range, number in
        guard let family = families[number],
          let change = family.changes.first(where: { $0.cell == cell })
        else { return range }
        return widened(range, by: change, family.times)
      }
    }
    return (removed, touched)
  }

  /// Whether all tables are such as they should be: no cell differs from what is told or known of it, no sum
  /// is broken, and no count or sum is less or more than it can be.
  func hold(hiding isHidden: [Bool]) -> Bool {
    families.allSatisfy { family in
      guard let family else { return true }
      var excess: [Int: Int] = [:]
      for change in family.changes {
        let value = linked.cells[change.cell].value
        let range = possible.of(change.cell, isHidden: isHidden[change.cell])
        guard range.contains(value + change.by * family.times.lowerBound),
          range.contains(value + change.by * family.times.upperBound)
        else { return false }
        for (sum, sign) in linked.sumsOfCell[change.cell] {
          excess[sum, default: 0] += sign * change.by
        }
      }
      return excess.values.allSatisfy { $0 == 0 }
        && Self.rises(of: linked, by: family.changes).allSatisfy { limit, rise in
          max(rise * family.times.lowerBound, rise * family.times.upperBound)
            <= linked.room(of: limit)
        }
    }
  }

  /// By how much changes raise the sums that are limited.
  static func rises(of linked: LinkedCells, by changes: [CellChange]) -> [Int: Int] {
    var rises: [Int: Int] = [:]
    for change in changes {
      for (limit, sign) in linked.limitsOfCell[change.cell] {
        rises[limit, default: 0] += sign * change.by
      }
    }
    return rises
  }

  private func widened(
    _ range: ClosedRange<Int>, by change: CellChange, _ times: ClosedRange<Int>
  ) -> ClosedRange<Int> {
    let value = linked.cells[change.cell].value
    let ends = [value + change.by * times.lowerBound, value + change.by * times.upperBound]
    return min(range.lowerBound, ends[0], ends[1])...max(range.upperBound, ends[0], ends[1])
  }

  /// How often changes can be made before a count would be none that it can be, or a sum leave its limit.
  private func times(
    _ changes: [CellChange], backwards: Bool, upTo most: Int, _ isHidden: [Bool]
  ) -> Int {
    let most = Self.rises(of: linked, by: changes).reduce(most) { times, rise in
      let rise = backwards ? (rise.key, -rise.value) : (rise.key, rise.value)
      return rise.1 > 0 ? min(times, linked.room(of: rise.0) / rise.1) : times
    }
    return changes.reduce(most) { times, change in
      let value = linked.cells[change.cell].value
      let range = possible.of(change.cell, isHidden: isHidden[change.cell])
      let room =
        (change.by < 0) != backwards ? value - range.lowerBound : range.upperBound - value
      return min(times, max(0, room) / abs(change.by))
    }
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? abs(left) : greatestCommonDivisor(right, left % right)
  }
}
