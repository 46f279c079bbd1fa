/// The counts of all tables of a collection, each figure once, and the sums among them.
///
/// A figure that stands in several tables is one cell here, so that what is hidden in one table is
/// hidden in all. Every cell but one of a sum gives the last one away: that is what an attacker
/// works with, see `CellSuppression`.
struct LinkedCells {
  /// What a reader knows of a cell without our doing.
  enum Role {
    /// It is printed, unless it is hidden.
    case printed
    /// It follows from public registers and cannot be hidden.
    case known
    /// It stands nowhere, but is the difference of cells that do.
    case implied
  }

  struct Cell {
    let value: Int
    let role: Role
    /// Whether the count must not become known whatever stands around it (primary suppression).
    let isSensitive: Bool
    /// What the count cannot exceed for all that anybody knows beforehand, if anything.
    fileprivate(set) var most: Int?
  }

  /// A cell in a sum: 1 for a part, -1 for the whole.
  struct Term {
    let cell: Int
    let sign: Int
  }

  private(set) var cells: [Cell] = []
  /// Each adds up to zero.
  private(set) var sums: [[Term]] = []
  /// The sums that each cell stands in, with its sign there.
  private(set) var sumsOfCell: [[(sum: Int, sign: Int)]] = []

  /// - Returns: The number of the cell.
  @discardableResult
  mutating func add(
    _ value: Int, _ role: Role = .printed, isSensitive: Bool = false, atMost most: Int? = nil
  ) -> Int {
    cells.append(Cell(value: value, role: role, isSensitive: isSensitive, most: most))
    sumsOfCell.append([])
    return cells.count - 1
  }

  /// States that a cell is no more than anybody can count.
  mutating func limit(_ cell: Int, to most: Int) {
    cells[cell].most = min(cells[cell].most ?? most, most)
  }

  /// States that some cells, each once, add up to another.
  mutating func add(sumOf parts: [Int], is whole: Int) {
    let terms = parts.map { Term(cell: $0, sign: 1) } + [Term(cell: whole, sign: -1)]
    for term in terms { sumsOfCell[term.cell].append((sums.count, term.sign)) }
    sums.append(terms)
  }
}

extension LinkedCells {
  /// What each cell can be for all that anybody knows beforehand: a whole lies between the sums of
  /// what its parts can be, and a part is what the others leave of it.
  var bounds: [ClosedRange<Int>] {
    let largest = cells.map(\.value).max() ?? 0
    var bounds = cells.map {
      $0.role == .known ? $0.value...$0.value : 0...min(largest, $0.most ?? largest)
    }
    var isStable = false
    while !isStable {
      isStable = true
      for terms in sums {
        guard let whole = terms.last?.cell else { continue }
        let parts = terms.dropLast().map(\.cell)
        let least = parts.reduce(0) { $0 + bounds[$1].lowerBound }
        let most = parts.reduce(0) { $0 + bounds[$1].upperBound }
        let before = bounds[whole]
        var narrowed = [(whole, least...most)]
        for part in parts {
          let others = (least - bounds[part].lowerBound)...(most - bounds[part].upperBound)
          narrowed.append(
            (
              part,
              (before.lowerBound - others.upperBound)...(before.upperBound - others.lowerBound)
            ))
        }
        for (cell, range) in narrowed {
          let both = bounds[cell].clamped(to: range)
          if both != bounds[cell] {
            bounds[cell] = both
            isStable = false
          }
        }
      }
    }
    return bounds
  }
}

extension LinkedCells {
  /// Some of the cells, those together that sums link to one another, in their order.
  func groups(of isMember: (Int) -> Bool) -> [[Int]] {
    var leader = Array(cells.indices)
    func find(_ cell: Int) -> Int {
      var cell = cell
      while leader[cell] != cell {
        leader[cell] = leader[leader[cell]]
        cell = leader[cell]
      }
      return cell
    }
    for terms in sums {
      let members = terms.map(\.cell).filter(isMember)
      for cell in members.dropFirst() {
        let (left, right) = (find(members[0]), find(cell))
        leader[max(left, right)] = min(left, right)
      }
    }
    var groups: [[Int]] = []
    var groupOfLeader: [Int: Int] = [:]
    for cell in cells.indices where isMember(cell) {
      let group = groupOfLeader[find(cell)] ?? groups.count
      if group == groups.count {
        groupOfLeader[cell] = group
        groups.append([])
      }
      groups[group].append(cell)
    }
    return groups
  }
}
