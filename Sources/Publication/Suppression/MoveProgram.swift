import Optimization

/// Finds whole-number changes to some cells that leave every sum and every other cell as they are.
///
/// Such a move turns the true tables into others that a reader cannot tell from them as long as the
/// cells it changes are hidden. The changes are the unknowns of a linear program in whole numbers,
/// the sums its equations (Hundepool et al., Statistical Disclosure Control, 2012, 4.4).
struct MoveProgram {
  enum Outcome {
    case move([CellChange])
    /// There is none, whatever is hidden.
    case impossible
    case undecided
  }

  /// Cells that no sum links to any others but through cells that cannot change.
  private struct Component {
    let cells: [Int]
    /// A rise and a fall of each cell are the variables.
    let program: IntegerProgram
  }

  private let linked: LinkedCells
  /// What hiding each cell costs, a unit of its change.
  private let costs: [Int]
  private let bounds: [ClosedRange<Int>]
  private let components: [Component]
  private let componentOfCell: [Int?]

  init(_ linked: LinkedCells, costs: [Int], bounds: [ClosedRange<Int>]) {
    self.linked = linked
    self.costs = costs
    self.bounds = bounds
    let groups = linked.groups { bounds[$0].count > 1 }
    var placeOfCell = [Int](repeating: 0, count: linked.cells.count)
    var componentOfCell = [Int?](repeating: nil, count: linked.cells.count)
    for (component, cells) in groups.enumerated() {
      for (place, cell) in cells.enumerated() {
        placeOfCell[cell] = place
        componentOfCell[cell] = component
      }
    }
    var equations = groups.map { _ in [[IntegerProgram.Term]]() }
    var known = groups.map { _ in Set<[IntegerProgram.Term]>() }
    for terms in linked.sums {
      let terms = terms.filter { componentOfCell[$0.cell] != nil }.sorted { $0.cell < $1.cell }
      guard let component = terms.first.flatMap({ componentOfCell[$0.cell] }) else { continue }
      let equation = terms.flatMap { term -> [IntegerProgram.Term] in
        let rise = 2 * placeOfCell[term.cell]
        return [.init(rise, times: term.sign), .init(rise + 1, times: -term.sign)]
      }
      if known[component].insert(equation).inserted { equations[component].append(equation) }
    }
    self.componentOfCell = componentOfCell
    components = zip(groups, equations).map {
      Component(cells: $0, program: IntegerProgram($1, variables: 2 * $0.count))
    }
  }

  /// The move that changes a cell by an amount, or else by as much of it as can be, and hides what
  /// costs least besides.
  ///
  /// - Parameters:
  ///   - isHidden: The cells that cost nothing.
  ///   - mayHide: Whether others may be changed too.
  func move(of cell: Int, upTo amount: Int, hiding isHidden: [Bool], mayHide: Bool) -> Outcome {
    guard let component = componentOfCell[cell].map({ components[$0] }) else { return .impossible }
    let value = linked.cells[cell].value
    let amount = min(max(value + amount, bounds[cell].lowerBound), bounds[cell].upperBound) - value
    let outcome = change(cell, by: amount...amount, in: component, isHidden, mayHide)
    guard case .impossible = outcome, abs(amount) > 1 else { return outcome }
    let less = amount > 0 ? 1...(amount - 1) : (amount + 1)...(-1)
    let furthest = change(cell, by: less, in: component, isHidden, mayHide)
    guard case .move(let changes) = furthest,
      let most = changes.first(where: { $0.cell == cell })?.by
    else { return furthest }
    return change(cell, by: most...most, in: component, isHidden, mayHide)
  }

  /// - Parameter range: Where it has more than one amount, costs do not matter, only how far the
  ///   cell changes.
  private func change(
    _ cell: Int, by range: ClosedRange<Int>, in component: Component, _ isHidden: [Bool],
    _ mayHide: Bool
  ) -> Outcome {
    guard !range.contains(0) else { return .impossible }
    let isOpen = range.count > 1
    var variables: [IntegerProgram.Variable] = []
    variables.reserveCapacity(2 * component.cells.count)
    for number in component.cells {
      guard number != cell else {
        let cost = isOpen ? -1 : 0
        let rise = max(0, range.lowerBound)...max(0, range.upperBound)
        let fall = max(0, -range.upperBound)...max(0, -range.lowerBound)
        variables.append(.init(in: rise, cost: cost))
        variables.append(.init(in: fall, cost: cost))
        continue
      }
      let value = linked.cells[number].value
      let isFree = isHidden[number] || linked.cells[number].role == .implied
      let bounds = isFree || mayHide ? bounds[number] : value...value
      let cost = isOpen ? 0 : isFree ? 1 : costs[number]
      variables.append(.init(in: 0...(bounds.upperBound - value), cost: cost))
      variables.append(.init(in: 0...(value - bounds.lowerBound), cost: cost))
    }
    switch component.program.solve(variables, isThorough: mayHide, isExact: isOpen) {
    case .impossible: return .impossible
    case .undecided: return .undecided
    case .cheapest(let values):
      let changes = component.cells.enumerated().map { place, cell in
        CellChange(cell: cell, by: values[2 * place] - values[2 * place + 1])
      }
      return .move(changes.filter { $0.by != 0 })
    }
  }
}
