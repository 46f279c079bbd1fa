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
  mutating func add(_ value: Int, _ role: Role = .printed, isSensitive: Bool = false) -> Int {
    cells.append(Cell(value: value, role: role, isSensitive: isSensitive))
    sumsOfCell.append([])
    return cells.count - 1
  }

  /// States that some cells, each once, add up to another.
  mutating func add(sumOf parts: [Int], is whole: Int) {
    let terms = parts.map { Term(cell: $0, sign: 1) } + [Term(cell: whole, sign: -1)]
    for term in terms { sumsOfCell[term.cell].append((sums.count, term.sign)) }
    sums.append(terms)
  }
}

extension LinkedCells {
  /// The most that each cell can be for all that anybody knows beforehand: no part is more than
  /// its whole, and no whole more than its parts.
  var limits: [Int] {
    let largest = cells.map(\.value).max() ?? 0
    var limits = cells.map { $0.role == .known ? $0.value : largest }
    var isStable = false
    while !isStable {
      isStable = true
      for terms in sums {
        guard let whole = terms.last?.cell else { continue }
        let parts = terms.dropLast()
        let knownParts = parts.reduce(0) {
          $0 + (cells[$1.cell].role == .known ? limits[$1.cell] : 0)
        }
        let bound = parts.reduce(0) { $0 + limits[$1.cell] }
        if cells[whole].role != .known && bound < limits[whole] {
          limits[whole] = bound
          isStable = false
        }
        for part in parts where cells[part.cell].role != .known {
          let rest = limits[whole] - knownParts
          if rest < limits[part.cell] {
            limits[part.cell] = rest
            isStable = false
          }
        }
      }
    }
    return limits
  }
}
