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

  /// A cell in a sum: 1 for a part, -1 for the whole. In a limit it may be counted several times.
  struct Term {
    let cell: Int
    let sign: Int
  }

  /// What a sum of cells cannot exceed.
  struct Limit {
    let terms: [Term]
    let most: Int
  }

  private(set) var cells: [Cell] = []
  /// Each adds up to zero.
  private(set) var sums: [[Term]] = []
  /// The sums that each cell stands in, with its sign there.
  private(set) var sumsOfCell: [[(sum: Int, sign: Int)]] = []
  private(set) var limits: [Limit] = []
  /// The limits that each cell counts towards, with its sign there.
  private(set) var limitsOfCell: [[(limit: Int, sign: Int)]] = []

  /// - Returns: The number of the cell.
  @discardableResult
  mutating func add(
    _ value: Int, _ role: Role = .printed, isSensitive: Bool = false, atMost most: Int? = nil
  ) -> Int {
    cells.append(Cell(value: value, role: role, isSensitive: isSensitive, most: most))
    sumsOfCell.append([])
    limitsOfCell.append([])
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

  /// States that some cells come to no more than others and so many units besides.
  mutating func add(_ parts: [Int], within wholes: [Int], and excess: Int = 0) {
    var signs: [Int: Int] = [:]
    for part in parts { signs[part, default: 0] += 1 }
    for whole in wholes { signs[whole, default: 0] -= 1 }
    let terms = signs.sorted { $0.key < $1.key }.filter { $0.value != 0 }
      .map { Term(cell: $0.key, sign: $0.value) }
    for term in terms { limitsOfCell[term.cell].append((limits.count, term.sign)) }
    limits.append(Limit(terms: terms, most: excess))
  }

  /// How much more a sum could be than it is.
  func room(of limit: Int) -> Int {
    limits[limit].terms.reduce(limits[limit].most) { $0 - cells[$1.cell].value * $1.sign }
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
    while narrow(&bounds) {}
    return bounds
  }

  /// - Returns: Whether anything became narrower.
  private func narrow(_ bounds: inout [ClosedRange<Int>]) -> Bool {
    let before = bounds
    for terms in sums { narrow(&bounds, bySum: terms) }
    for limit in limits { narrow(&bounds, by: limit) }
    return bounds != before
  }

  private func narrow(_ bounds: inout [ClosedRange<Int>], bySum terms: [Term]) {
    guard let whole = terms.last?.cell else { return }
    let parts = terms.dropLast().map(\.cell)
    let least = parts.reduce(0) { $0 + bounds[$1].lowerBound }
    let most = parts.reduce(0) { $0 + bounds[$1].upperBound }
    let before = bounds[whole]
    bounds[whole] = before.clamped(to: least...most)
    for part in parts {
      let others = (least - bounds[part].lowerBound)...(most - bounds[part].upperBound)
      bounds[part] = bounds[part].clamped(
        to: (before.lowerBound - others.upperBound)...(before.upperBound - others.lowerBound))
    }
  }

  private func narrow(_ bounds: inout [ClosedRange<Int>], by limit: Limit) {
    let least = limit.terms.reduce(0) { $0 + Self.least($1, bounds) }
    for term in limit.terms {
      let room = limit.most - least + Self.least(term, bounds)
      let (lower, upper) = (bounds[term.cell].lowerBound, bounds[term.cell].upperBound)
      bounds[term.cell] =
        term.sign > 0
        ? lower...max(lower, min(upper, room.floorDivided(by: term.sign)))
        : min(upper, max(lower, -room.floorDivided(by: -term.sign)))...upper
    }
  }

  private static func least(_ term: Term, _ bounds: [ClosedRange<Int>]) -> Int {
    term.sign * (term.sign > 0 ? bounds[term.cell].lowerBound : bounds[term.cell].upperBound)
  }
}

extension Int {
  fileprivate func floorDivided(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}
