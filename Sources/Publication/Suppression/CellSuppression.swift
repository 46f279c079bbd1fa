/// Which cells of linked tables to hide, so that none of the hidden ones can be worked out.
///
/// Primary: cells that are sensitive in themselves. Secondary: cells without which sums would give
/// others away. The attacker is the usual one (Hundepool et al., Statistical Disclosure Control,
/// 2012, chapter 4): knows every printed cell, every sum, that counts are whole and not negative,
/// and how many units there are. From that follow a smallest and a largest possible value of a
/// hidden cell; they must be at least `interval` apart.
///
/// No solver decides. For each hidden cell there are two tables of whole counts that agree with
/// everything printed and whose values of the cell are that far apart; `AlternativeTables` keeps
/// them and proves them, in integers. Whoever solves a linear program finds a range that has both
/// values in it.
struct CellSuppression {
  let linked: LinkedCells
  private(set) var isHidden: [Bool]
  /// How far apart the smallest and the largest possible value of each cell must be. It is less
  /// than the interval where what is public anyway says more, such as of a group of two: no hiding
  /// gives such a cell a wider range.
  let intervals: [Int]
  /// The first cell for which no alternative tables were found.
  private(set) var givenUp: Int?
  private var alternatives: AlternativeTables
  private var search: MoveSearch
  private let truth: [Int]
  private var toProtect: [Int] = []

  /// - Parameter interval: How far apart the smallest and the largest possible value must be.
  init(_ linked: LinkedCells, interval: Int) {
    self.linked = linked
    truth = linked.cells.map(\.value)
    let bounds = linked.bounds
    intervals = bounds.map { min(interval, $0.upperBound - $0.lowerBound) }
    isHidden = linked.cells.map { $0.isSensitive && $0.role == .printed }
    alternatives = AlternativeTables(linked, bounds: bounds)
    search = MoveSearch(linked, costs: Self.costs(truth), bounds: bounds)
    toProtect = linked.cells.indices.filter { linked.cells[$0].isSensitive }
      .sorted { isHarder($0, than: $1) }
    var place = 0
    while place < toProtect.count {
      guard protectAtLength(toProtect[place]) else {
        givenUp = toProtect[place]
        return
      }
      place += 1
    }
    showWhatNeedNotBeHidden()
  }

  /// Whether the proof is one: every cell that must be is as wide as it must be, in tables that
  /// nobody can tell from the true ones. Nothing may be published without it.
  var isProven: Bool {
    givenUp == nil && alternatives.hold(hiding: isHidden) && toProtect.allSatisfy(isSafe)
  }

  /// Hiding a cell costs its count and a tenth of the largest besides, so that small cells go first
  /// and few; a zero, which can only rise, costs twice that.
  private static func costs(_ values: [Int]) -> [Int] {
    let each = (values.max() ?? 0) / 10 + 1
    return values.map { MoveSearch.scale * (each + ($0 == 0 ? each : $0)) }
  }

  /// Cells in many sums come first: what protects them protects others.
  private func isHarder(_ left: Int, than right: Int) -> Bool {
    let (leftSums, rightSums) = (linked.sumsOfCell[left].count, linked.sumsOfCell[right].count)
    guard leftSums == rightSums else { return leftSums > rightSums }
    return truth[left] == truth[right] ? left < right : truth[left] > truth[right]
  }
}

// MARK: - Protecting a cell

extension CellSuppression {
  private func isSafe(_ cell: Int) -> Bool {
    let mustBeSafe =
      switch linked.cells[cell].role {
      case .printed: isHidden[cell]
      case .implied: linked.cells[cell].isSensitive
      case .known: false
      }
    return !mustBeSafe || alternatives.width(of: cell) >= intervals[cell]
  }

  /// Searches for as long as it may take: rarely do more than twenty cells have to change together.
  private mutating func protectAtLength(_ cell: Int) -> Bool {
    search.effort = MoveSearch.usualEffort
    while !protect(cell, mayHide: true) {
      guard search.effort < MoveSearch.mostEffort else { return false }
      search.effort *= 8
    }
    return true
  }

  /// Finds alternative tables far enough apart for a cell, hiding more only where it must.
  ///
  /// - Returns: Whether there are such tables.
  private mutating func protect(_ cell: Int, mayHide: Bool) -> Bool {
    for mayHide in mayHide ? [false, true] : [false] {
      if isSafe(cell) { return true }
      move(cell, mayHide: mayHide)
      if isSafe(cell) { return true }
      stepwise(cell, mayHide: mayHide)
    }
    return isSafe(cell)
  }

  /// One move of the whole distance. The shorter one is tried first: a cell of 1 that can fall by 1
  /// need rise by the rest only.
  private mutating func move(_ cell: Int, mayHide: Bool) {
    let interval = intervals[cell]
    for amount in [interval - min(truth[cell], interval - 1), interval, -interval] {
      guard
        let move = search.move(
          of: cell, by: amount, from: truth, isHidden: isHidden, mayHide: mayHide),
        alternatives.width(of: cell, with: move.changes, upTo: interval) >= interval
      else { continue }
      hide(move.changes)
      alternatives.add(move.changes, upTo: interval)
      return
    }
  }

  /// Step by step up, then down, each from the tables of the step before.
  private mutating func stepwise(_ cell: Int, mayHide: Bool) {
    for direction in [1, -1] {
      var values = truth
      var changes: [MoveSearch.Change] = []
      while !isSafe(cell),
        let move = search.move(
          of: cell, by: direction, from: values, isHidden: isHidden, mayHide: mayHide)
      {
        hide(move.changes)
        for change in move.changes { values[change.cell] += change.by }
        changes += move.changes
        alternatives.add(changes, upTo: intervals[cell])
      }
    }
  }

  private mutating func hide(_ changes: [MoveSearch.Change]) {
    for change in changes
    where linked.cells[change.cell].role == .printed && !isHidden[change.cell] {
      isHidden[change.cell] = true
      toProtect.append(change.cell)
    }
  }

  /// Shows secondary cells again, the dearest first, where the others are safe without.
  private mutating func showWhatNeedNotBeHidden() {
    search.effort = MoveSearch.usualEffort / 8
    let secondary = toProtect.filter { !linked.cells[$0].isSensitive }
      .sorted {
        search.costs[$0] == search.costs[$1] ? $0 < $1 : search.costs[$0] > search.costs[$1]
      }
    for cell in secondary {
      let before = (isHidden, alternatives)
      isHidden[cell] = false
      for other in alternatives.remove(changing: cell) where !protect(other, mayHide: false) {
        (isHidden, alternatives) = before
        break
      }
    }
  }
}
