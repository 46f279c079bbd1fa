import Optimization
import Questionnaire

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

  /// Ties that no sum links to any others.
  private struct Component {
    let ties: [Int]
    /// A rise and a fall of each tie are the variables.
    let program: IntegerProgram
  }

  /// The nodes that are looked at where nothing may be hidden: elsewhere there are other ways.
  private static let nodesWithoutHiding = 60

  /// More than any count can change.
  private static let furthest = Int(Int32.max)

  private let linked: LinkedCells
  private let possible: CellRanges
  /// Whether cells that are not hidden leave something open, so that it is worth looking for tables in which
  /// these change alone.
  private let isRounded: Bool
  /// What hiding each cell costs, a unit of its change.
  private let costs: [Int]
  private let members: [TiedCells.Member]
  /// The cells of each tie.
  private let cellsOfTie: [[Int]]
  /// By how much each tie can change where all is hidden.
  private let room: [ClosedRange<Int>]
  private let components: [Component]
  private let componentOfTie: [Int?]
  /// The index of each tie in its component.
  private let indexOfTie: [Int]
  /// The limits that the programs have: those that some solution would have broken.
  private var isTaken: [Bool]

  init(_ linked: LinkedCells, costs: [Int], _ possible: CellRanges) {
    self.linked = linked
    self.costs = costs
    self.possible = possible
    isRounded = possible.isRounded
    let bounds = possible.bounds
    let tied = TiedCells(linked, bounds: bounds)
    members = tied.members
    var cellsOfTie = [[Int]](repeating: [], count: linked.cells.count)
    var room = [ClosedRange<Int>](
      repeating: -Self.furthest...Self.furthest, count: linked.cells.count)
    for (cell, member) in members.enumerated() where member.sign != 0 {
      let value = linked.cells[cell].value
      let (fall, rise) = (bounds[cell].lowerBound - value, bounds[cell].upperBound - value)
      room[member.tie] = room[member.tie].clamped(
        to: member.sign > 0 ? fall...rise : -rise...(-fall))
      cellsOfTie[member.tie].append(cell)
    }
    self.cellsOfTie = cellsOfTie
    self.room = room
    let links =
      tied.sums.map { $0.map(\.tie) }
      + linked.limits.map { limit in
        limit.terms.map { tied.members[$0.cell] }.filter { $0.sign != 0 }.map(\.tie)
      }
    let groups = Self.groups(links, of: cellsOfTie.indices.filter { !cellsOfTie[$0].isEmpty })
    var indexOfTie = [Int](repeating: 0, count: linked.cells.count)
    var componentOfTie = [Int?](repeating: nil, count: linked.cells.count)
    for (component, ties) in groups.enumerated() {
      for (index, tie) in ties.enumerated() {
        indexOfTie[tie] = index
        componentOfTie[tie] = component
      }
    }
    var equations = groups.map { _ in [[IntegerProgram.Term]]() }
    for terms in tied.sums {
      guard let component = terms.first.flatMap({ componentOfTie[$0.tie] }) else { continue }
      equations[component].append(
        terms.flatMap { term -> [IntegerProgram.Term] in
          let rise = 2 * indexOfTie[term.tie]
          return [.init(rise, times: term.factor), .init(rise + 1, times: -term.factor)]
        })
    }
    self.componentOfTie = componentOfTie
    self.indexOfTie = indexOfTie
    isTaken = [Bool](repeating: false, count: linked.limits.count)
    components = zip(groups, equations).map {
      Component(ties: $0, program: IntegerProgram($1, variables: 2 * $0.count))
    }
  }

  /// The move that changes a cell by an amount, or else by as much of it as can be, and hides what
  /// costs least besides.
  ///
  /// - Parameters:
  ///   - isHidden: The cells that cost nothing.
  ///   - mayHide: Whether others may be changed too.
  mutating func move(of cell: Int, upTo amount: Int, hiding isHidden: [Bool], mayHide: Bool)
    -> Outcome
  {
    let member = members[cell]
    guard member.sign != 0, let component = componentOfTie[member.tie].map({ components[$0] })
    else { return .impossible }
    let room = room(of: member.tie, isHidden, mayHide: mayHide)
    let amount = min(max(member.sign * amount, room.lowerBound), room.upperBound)
    let outcome = change(
      member.tie, by: amount...amount, in: component, isHidden: isHidden, mayHide: mayHide)
    guard case .impossible = outcome, abs(amount) > 1 else { return outcome }
    let less = amount > 0 ? 1...(amount - 1) : (amount + 1)...(-1)
    let furthest = change(member.tie, by: less, in: component, isHidden: isHidden, mayHide: mayHide)
    guard case .move(let changes) = furthest,
      let most = changes.first(where: { $0.cell == cell })?.by
    else { return furthest }
    let by = member.sign * most
    return change(member.tie, by: by...by, in: component, isHidden: isHidden, mayHide: mayHide)
  }

  /// By how much a tie can change, where no more may be hidden such that its cells remain as they are told.
  private func room(of tie: Int, _ isHidden: [Bool], mayHide: Bool) -> ClosedRange<Int> {
    guard !mayHide else { return room[tie] }
    return cellsOfTie[tie].reduce(room[tie]) { room, cell in
      let value = linked.cells[cell].value
      let range = possible.of(cell, isHidden: isHidden[cell])
      let (fall, rise) = (range.lowerBound - value, range.upperBound - value)
      return room.clamped(to: members[cell].sign > 0 ? fall...rise : -rise...(-fall))
    }
  }

  /// - Parameter range: Where it has more than one amount, costs do not matter, only how far the
  ///   tie changes.
  private mutating func change(
    _ tie: Int, by range: ClosedRange<Int>, in component: Component, isHidden: [Bool],
    mayHide: Bool
  ) -> Outcome {
    guard !range.contains(0) else { return .impossible }
    let isOpen = range.count > 1
    var variables: [IntegerProgram.Variable] = []
    variables.reserveCapacity(2 * component.ties.count)
    for number in component.ties {
      var cost = 1
      for cell in cellsOfTie[number] {
        // What is rounded may change by itself.
        if possible.of(cell, isHidden: isHidden[cell]).count == 1 { cost += costs[cell] }
      }
      guard number != tie else {
        let rise = max(0, range.lowerBound)...max(0, range.upperBound)
        let fall = max(0, -range.upperBound)...max(0, -range.lowerBound)
        variables.append(.init(in: rise, cost: isOpen ? -1 : 0))
        variables.append(.init(in: fall, cost: isOpen ? -1 : 0))
        continue
      }
      let room = room(of: number, isHidden, mayHide: mayHide)
      variables.append(.init(in: 0...room.upperBound, cost: isOpen ? 0 : cost))
      variables.append(.init(in: 0...(-room.lowerBound), cost: isOpen ? 0 : cost))
    }
    while true {
      let outcome = component.program.solve(
        variables, isThorough: mayHide || isRounded, isExact: isOpen,
        nodes: mayHide ? nil : Self.nodesWithoutHiding)
      switch outcome {
      case .impossible: return .impossible
      case .undecided: return .undecided
      case .cheapest(let values):
        let changes = component.ties.enumerated().flatMap { index, tie -> [CellChange] in
          let by = values[2 * index] - values[2 * index + 1]
          return by == 0
            ? [] : cellsOfTie[tie].map { CellChange(cell: $0, by: by * members[$0].sign) }
        }
        guard takeWhatIsBroken(by: changes, into: component) else { return .move(changes) }
      }
    }
  }

  /// There are many times more limits than are ever in the way: a program gets those that changes
  /// would break.
  private mutating func takeWhatIsBroken(by changes: [CellChange], into component: Component)
    -> Bool
  {
    let broken = AlternativeTables.rises(of: linked, by: changes)
      .filter { $1 > linked.room(of: $0) && !isTaken[$0] }.keys.sorted()
    for limit in broken {
      isTaken[limit] = true
      var factors: [Int: Int] = [:]
      for term in linked.limits[limit].terms {
        let member = members[term.cell]
        factors[member.tie, default: 0] += term.sign * member.sign
      }
      component.program.add(
        factors.sorted { $0.key < $1.key }.filter { $0.value != 0 }.flatMap {
          tie, factor -> [IntegerProgram.Term] in
          let rise = 2 * indexOfTie[tie]
          return [.init(rise, times: factor), .init(rise + 1, times: -factor)]
        }, atMost: linked.room(of: limit))
    }
    return !broken.isEmpty
  }

  /// Ties that are linked to one another, together, in their order.
  private static func groups(_ links: [[Int]], of ties: [Int]) -> [[Int]] {
    var leader = Array(0...(ties.last ?? 0))
    func find(_ tie: Int) -> Int {
      var tie = tie
      while leader[tie] != tie {
        leader[tie] = leader[leader[tie]]
        tie = leader[tie]
      }
      return tie
    }
    for link in links {
      for tie in link.dropFirst() {
        let (left, right) = (find(link[0]), find(tie))
        leader[max(left, right)] = min(left, right)
      }
    }
    var groupOfLeader: [Int: Int] = [:]
    var groups: [[Int]] = []
    for tie in ties {
      let group = groupOfLeader[find(tie)] ?? groups.count
      if group == groups.count {
        groupOfLeader[find(tie)] = group
        groups.append([])
      }
      groups[group].append(tie)
    }
    return groups
  }
}
