/// Finds whole-number changes to some cells that leave every sum and every other cell as they are.
///
/// Such a move turns the true tables into others that a reader cannot tell from them as long as the
/// cells it changes are hidden. In a table of rows and columns it is a cycle of cells that rise and
/// fall in turn (the alternating cycles of network suppression, the hypercubes of GHMITER:
/// Hundepool et al., Statistical Disclosure Control, 2012, 4.5); in linked tables cells stand in more than two sums, so
/// that the search is over sums out of balance, cheapest first. It counts in integers alone and
/// breaks ties by the order of cells, so that it finds the same on any machine.
struct MoveSearch {
  struct Change {
    let cell: Int
    let by: Int
  }

  struct Move {
    let changes: [Change]
    /// What must be hidden for it besides what is hidden already.
    let cost: Int
  }

  private let linked: LinkedCells
  /// What hiding each cell costs.
  let costs: [Int]
  /// What each count can be.
  private let bounds: [ClosedRange<Int>]
  /// How many states of imbalance are looked at before giving up.
  var effort = usualEffort
  static let usualEffort = 4_000
  static let mostEffort = 64 * usualEffort
  /// What a sum out of balance is reckoned to cost still: draws the search to its end.
  private let urge: Int

  init(_ linked: LinkedCells, costs: [Int], bounds: [ClosedRange<Int>]) {
    self.linked = linked
    self.costs = costs
    self.bounds = bounds
    urge = (costs.min() ?? 0) / 2 + 1
  }

  /// What the cheapest cell costs, beside one that is hidden already: of moves that hide the same,
  /// the shorter one is taken.
  static let scale = 64

  /// A cheap move that changes a cell by an amount.
  ///
  /// - Parameters:
  ///   - values: The tables that the move starts from.
  ///   - isHidden: The cells that cost nothing.
  ///   - mayHide: Whether others may be changed too.
  func move(
    of cell: Int, by amount: Int, from values: [Int], isHidden: [Bool], mayHide: Bool
  ) -> Move? {
    // A long move is found only where cost matters less than the way still to go.
    let hurried = effort > Self.usualEffort ? [256 * urge] : []
    for urge in [urge, 16 * urge] + hurried {
      if let move = move(
        of: cell, by: amount, from: values, isHidden: isHidden, mayHide: mayHide, urge: urge)
      {
        return move
      }
    }
    return nil
  }

  private func move(
    of cell: Int, by amount: Int, from values: [Int], isHidden: [Bool], mayHide: Bool, urge: Int
  ) -> Move? {
    guard bounds[cell].contains(values[cell] + amount) else { return nil }
    var trail = Trail()
    var open = PriorityQueue()
    var best: [[Int]: Int] = [:]
    let start = Imbalance([]).adding(amount, to: linked.sumsOfCell[cell])
    open.insert(
      trail.append(.init(cell: cell, by: amount, before: nil, balance: start, cost: 0)), at: 0)
    var left = effort
    while let node = open.removeFirst() {
      let state = trail[node]
      guard !state.balance.isEmpty else {
        return Move(changes: trail.changes(to: node), cost: state.cost)
      }
      left -= 1
      guard left > 0 else { return nil }
      let path = trail.changes(to: node)
      for change in fewest(of: state.balance, path, values, isHidden, mayHide) {
        let isNew = !path.contains { $0.cell == change.cell }
        let cost =
          state.cost + 1
          + (isNew && !isFree(change.cell, isHidden) ? costs[change.cell] : 0)
        let balance = state.balance.adding(change.by, to: linked.sumsOfCell[change.cell])
        if let known = best[balance.flat], known <= cost { continue }
        best[balance.flat] = cost
        let next = trail.append(
          .init(cell: change.cell, by: change.by, before: node, balance: balance, cost: cost))
        open.insert(next, at: cost + balance.count * urge)
      }
    }
    return nil
  }

  private func isFree(_ cell: Int, _ isHidden: [Bool]) -> Bool {
    isHidden[cell] || linked.cells[cell].role == .implied
  }

  /// The changes that bring one of the sums into balance: of the sum that has the fewest.
  private func fewest(
    of balance: Imbalance, _ path: [Change], _ values: [Int], _ isHidden: [Bool], _ mayHide: Bool
  ) -> [Change] {
    var fewest: [Change]?
    for (sum, excess) in balance.entries {
      var changes: [Change] = []
      for term in linked.sums[sum] {
        guard linked.cells[term.cell].role != .known, mayHide || isFree(term.cell, isHidden)
        else { continue }
        let by = -excess * term.sign
        let before = path.reduce(0) { $1.cell == term.cell ? $0 + $1.by : $0 }
        // What rose must not fall again, and the cell that the move is for stays.
        guard before == 0 || ((before > 0) == (by > 0) && term.cell != path[0].cell),
          bounds[term.cell].contains(values[term.cell] + before + by)
        else { continue }
        changes.append(Change(cell: term.cell, by: by))
      }
      if changes.count < fewest?.count ?? .max { fewest = changes }
    }
    return fewest ?? []
  }
}

/// The sums that the changes so far have left out of balance, and by how much.
private struct Imbalance {
  /// Sum and excess in turn, by the order of the sums.
  private(set) var flat: [Int]

  init(_ flat: [Int]) {
    self.flat = flat
  }

  var isEmpty: Bool { flat.isEmpty }
  var count: Int { flat.count / 2 }
  var entries: [(sum: Int, excess: Int)] {
    stride(from: 0, to: flat.count, by: 2).map { (flat[$0], flat[$0 + 1]) }
  }

  func adding(_ amount: Int, to sums: [(sum: Int, sign: Int)]) -> Imbalance {
    var flat = flat
    for (sum, sign) in sums {
      var place = 0
      while place < flat.count && flat[place] < sum { place += 2 }
      if place < flat.count && flat[place] == sum {
        flat[place + 1] += sign * amount
        if flat[place + 1] == 0 { flat.removeSubrange(place...(place + 1)) }
      } else {
        flat.insert(contentsOf: [sum, sign * amount], at: place)
      }
    }
    return Imbalance(flat)
  }
}

/// All states that a search has reached, each with the one it came from.
private struct Trail {
  struct Node {
    let cell: Int
    let by: Int
    let before: Int?
    let balance: Imbalance
    let cost: Int
  }

  private var nodes: [Node] = []

  subscript(_ node: Int) -> Node { nodes[node] }

  mutating func append(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  /// The changes from the start to a state; the first is that of the cell in question.
  func changes(to node: Int) -> [MoveSearch.Change] {
    var changes: [MoveSearch.Change] = []
    var place: Int? = node
    while let at = place {
      changes.append(.init(cell: nodes[at].cell, by: nodes[at].by))
      place = nodes[at].before
    }
    return changes.reversed()
  }
}

/// Numbers by their priority, the earlier first among equals: a binary heap.
private struct PriorityQueue {
  private var heap: [(priority: Int, item: Int)] = []

  mutating func insert(_ item: Int, at priority: Int) {
    heap.append((priority, item))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> Int? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first.item }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if heap[child] < heap[least] { least = child }
      }
      guard least != parent else { return first.item }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
