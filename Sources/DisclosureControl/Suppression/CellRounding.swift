import Optimization

/// The printed cells of linked tables as multiples of a base, so that sums among them still hold.
///
/// Each is one of the two multiples next to it, and a multiple stays as it is: controlled rounding that is
/// restricted to zeros (Cox, A constructive procedure for unbiased controlled rounding, Journal of the American
/// Statistical Association, 1987). Of roundings in which all sums hold, or as many as can, it is the one
/// that is nearest to the counts. A figure is one cell here, and so it is rounded alike wherever it stands.
struct CellRounding {
  let base: Int
  /// What is printed of each cell; nil for those that are not.
  let values: [Int?]
  /// The printed cells of each sum that does not hold, be it that parts come to more than their whole.
  let brokenSums: [Set<Int>]

  /// The nodes of its tree that the solver looks at: tables of two variables need none.
  private static let mostNodes = 2_000

  /// - Parameter printed: The cells that are printed, whatever is known of them.
  init(_ linked: LinkedCells, printed: Set<Int>, base: Int) {
    self.base = base
    let sums = Self.sums(of: linked, printed: printed)
    var unknowns = Unknowns(linked, printed: printed, base: base)
    let equations = sums.map { unknowns.equation($0) }
    let program = IntegerProgram(equations, variables: unknowns.variables.count)
    let found =
      switch program.solve(unknowns.variables, isExact: true, nodes: Self.mostNodes) {
      case .cheapest(let values): values
      case .impossible, .undecided: unknowns.nearest
      }
    let values = linked.cells.indices.map { cell in
      printed.contains(cell) ? base * found[unknowns.ofCell[cell] ?? 0] : nil
    }
    self.values = values
    brokenSums = sums.filter { Self.isBroken($0, values) }
      .map { terms in Set(terms.map(\.cell).filter(printed.contains)) }
  }

  /// The sums of which at least two terms are printed, and of the others at most one has to be thought of.
  ///
  /// What printed cells leave of one another, such as those of a whole that are in no part, may in turn be parts
  /// of what others leave: there the printed cells stand for it.
  private static func sums(of linked: LinkedCells, printed: Set<Int>) -> [[LinkedCells.Term]] {
    func unprinted(_ terms: [LinkedCells.Term]) -> [LinkedCells.Term] {
      terms.filter { !printed.contains($0.cell) }
    }
    let known = linked.sums.filter { terms in
      unprinted(terms).allSatisfy { linked.cells[$0.cell].role == .implied }
    }
    var standIns: [Int: [LinkedCells.Term]] = [:]
    for terms in known {
      let rest = unprinted(terms)
      guard let left = rest.first, rest.count == 1, standIns[left.cell] == nil else { continue }
      standIns[left.cell] = terms.filter { $0.cell != left.cell }
        .map { LinkedCells.Term(cell: $0.cell, sign: -$0.sign * left.sign) }
    }
    return known.compactMap { terms in
      let rest = unprinted(terms)
      if terms.count - rest.count > 1 { return terms }
      let open = rest.filter { standIns[$0.cell] == nil }
      guard rest.count > 1, open.count < 2 else { return nil }
      return terms.flatMap { term in
        standIns[term.cell].map { standIn in
          standIn.map { LinkedCells.Term(cell: $0.cell, sign: $0.sign * term.sign) }
        } ?? [term]
      }
    }
  }

  /// Whether nothing that is not negative can stand for the cells that are not printed.
  private static func isBroken(_ terms: [LinkedCells.Term], _ values: [Int?]) -> Bool {
    let sum = terms.reduce(0) { $0 + $1.sign * (values[$1.cell] ?? 0) }
    let signs = Set(terms.filter { values[$0.cell] == nil }.map(\.sign))
    return (sum > 0 && !signs.contains(-1)) || (sum < 0 && !signs.contains(1))
  }

  /// What a cell can be for all that its rounded count tells.
  func range(of cell: Int) -> ClosedRange<Int>? {
    values[cell].map { max(0, $0 - base + 1)...($0 + base - 1) }
  }

  /// The multiples of the cells, as the solver is asked for them.
  private struct Unknowns {
    private let linked: LinkedCells
    private let base: Int
    private(set) var variables: [IntegerProgram.Variable] = []
    private(set) var ofCell: [Int: Int] = [:]
    /// Each cell rounded for itself.
    private(set) var nearest: [Int] = []
    /// A sum that does not hold costs more than all cells can.
    private let costOfBreaking: Int

    init(_ linked: LinkedCells, printed: Set<Int>, base: Int) {
      self.linked = linked
      self.base = base
      costOfBreaking = base * (printed.count + 1)
      for cell in printed.sorted() {
        let (below, rest) = linked.cells[cell].value.quotientAndRemainder(dividingBy: base)
        // What is rounded up costs what it lies above the count, and spares what it would lie below it.
        add(
          cell, in: below...(rest == 0 ? below : below + 1), cost: base - 2 * rest,
          nearest: 2 * rest < base ? below : below + 1)
      }
    }

    private mutating func add(_ cell: Int?, in range: ClosedRange<Int>, cost: Int, nearest: Int) {
      if let cell { ofCell[cell] = variables.count }
      variables.append(.init(in: range, cost: cost))
      self.nearest.append(nearest)
    }

    /// The terms of a sum, with what it may be broken by.
    mutating func equation(_ terms: [LinkedCells.Term]) -> [IntegerProgram.Term] {
      var factors: [Int: Int] = [:]
      for term in terms {
        // What stands nowhere is not negative: a part is no more than its whole.
        if ofCell[term.cell] == nil {
          let most = linked.cells[term.cell].value / base + terms.count
          add(term.cell, in: 0...most, cost: 0, nearest: linked.cells[term.cell].value / base)
        }
        factors[ofCell[term.cell] ?? 0, default: 0] += term.sign
      }
      for sign in [1, -1] {
        factors[variables.count] = sign
        add(nil, in: 0...terms.count, cost: costOfBreaking, nearest: 0)
      }
      return factors.sorted { $0.key < $1.key }.filter { $0.value != 0 }
        .map { IntegerProgram.Term($0.key, times: $0.value) }
    }
  }
}
