import Basics
import Optimization

/// Finds sums that can be published together: one after the other, the largest groups first, each if what
/// must not be told still is not.
struct AmountSearch {
  /// Other numbers of the same units: by how much each atom has more, in steps.
  private struct Alternative {
    /// Of those that are neither members nor know.
    let changes: [Int]
    let rises: [Int]
  }

  private let problem: AmountProblem
  /// What a step is.
  private let step: Rational
  private(set) var published: [Int] = []
  /// By target.
  private var alternatives: [[Alternative]]

  /// How finely numbers are changed: the largest atom has so many steps.
  private static let steps = 10_000_000
  /// How hard whole steps are looked for where there are parts of them: what takes more stays hidden.
  private static let nodes = 50
  /// More than anything can rise.
  private static let most = 1_000_000_000

  init(_ problem: AmountProblem) {
    self.problem = problem
    let largest = problem.atoms.map(\.total).max() ?? 1
    step = largest.sign > 0 ? largest / Rational(Self.steps) : 1
    alternatives = problem.targets.map { _ in [] }
  }

  mutating func run() {
    let atoms = problem.atoms
    let units = problem.sums.map { $0.reduce(0) { $0 + atoms[$1].units } }
    let totals = problem.sums.map { $0.reduce(Rational(0)) { $0 + atoms[$1].total } }
    let order = problem.sums.indices.sorted {
      (units[$1], totals[$1], $0) < (units[$0], totals[$0], $1)
    }
    // A sum of nothing tells that each has nothing.
    for sum in order where totals[sum].sign > 0 { publishIfSafe(sum) }
  }

  /// Whether a sum could be published if no other were.
  func isSafeAlone(_ sum: Int) -> Bool {
    var search = AmountSearch(problem)
    search.publishIfSafe(sum)
    return !search.published.isEmpty
  }

  private mutating func publishIfSafe(_ sum: Int) {
    let before = alternatives
    published.append(sum)
    let program = self.program()
    for target in problem.targets.indices {
      alternatives[target] = alternatives[target].filter { isKept(sum, by: $0) }
      guard isGuarded(target, program) else {
        published.removeLast()
        alternatives = before
        return
      }
    }
  }

  /// Whether a sum is the same in an alternative.
  private func isKept(_ sum: Int, by alternative: Alternative) -> Bool {
    problem.sums[sum].reduce(0) { $0 + alternative.changes[$1] + alternative.rises[$1] } == 0
  }

  /// Whether there are alternatives for a target, whoever wants to know.
  private mutating func isGuarded(_ number: Int, _ program: IntegerProgram) -> Bool {
    let target = problem.targets[number]
    let knowers = knowers(of: target)
    var open = knowers.filter { knower in
      !alternatives[number].contains { holds($0, target, for: knower) }
    }
    if alternatives[number].isEmpty || !open.isEmpty {
      // For all of them at once, if there is one.
      if let found = alternative(for: target, knownTo: knowers, program) {
        alternatives[number].append(found)
        return true
      }
      guard !knowers.isEmpty else { return false }
    }
    while let knower = open.first {
      guard let found = alternative(for: target, knownTo: [knower], program) else { return false }
      alternatives[number].append(found)
      open.removeAll { holds(found, target, for: $0) }
    }
    // Nobody who knows one of the numbers is left where there are no other units.
    return !alternatives[number].isEmpty
  }

  /// The atoms with a unit that may know its own number.
  private func knowers(of target: AmountTarget) -> [Int] {
    guard target.isKnownToOthers else { return [] }
    return problem.atoms.indices.filter {
      problem.atoms[$0].units > target.count(in: $0)
    }
  }

  private func holds(_ alternative: Alternative, _ target: AmountTarget, for knower: Int) -> Bool {
    range(of: knower, target, isKnower: true).contains(alternative.changes[knower])
  }

  /// By how many steps the others of an atom can have more.
  private func range(of atom: Int, _ target: AmountTarget, isKnower: Bool) -> ClosedRange<Int> {
    guard problem.atoms[atom].unitsLeft(beside: target, in: atom, isKnower: isKnower) > 0 else {
      return 0...0
    }
    let rest = problem.atoms[atom].rest(beside: target, in: atom, isKnower: isKnower)
    return -Int((rest / step).floor)...Self.most
  }

  /// By atom a rise and a fall of the others, and the rise of the members; then the rise of all of these.
  private func program() -> IntegerProgram {
    let count = problem.atoms.count
    var equations = published.map { sum in
      problem.sums[sum].flatMap { atom -> [IntegerProgram.Term] in
        [
          .init(3 * atom, times: 1), .init(3 * atom + 1, times: -1),
          .init(3 * atom + 2, times: 1),
        ]
      }
    }
    equations.append(
      (0..<count).map { .init(3 * $0 + 2, times: 1) } + [.init(3 * count, times: -1)])
    return IntegerProgram(equations, variables: 3 * count + 1)
  }

  private func alternative(
    for target: AmountTarget, knownTo knowers: [Int], _ program: IntegerProgram
  ) -> Alternative? {
    var variables: [IntegerProgram.Variable] = []
    for atom in problem.atoms.indices {
      let range = range(of: atom, target, isKnower: knowers.contains(atom))
      variables.append(.init(in: 0...range.upperBound, cost: 1))
      variables.append(.init(in: 0...(-range.lowerBound), cost: 1))
      variables.append(.init(in: 0...(target.count(in: atom) > 0 ? Self.most : 0), cost: 0))
    }
    let rise = Int(-(-target.rise / step).floor)
    variables.append(.init(in: rise...rise, cost: 0))
    guard case .cheapest(let values) = program.solve(variables, nodes: Self.nodes) else {
      return nil
    }
    return Alternative(
      changes: problem.atoms.indices.map { values[3 * $0] - values[3 * $0 + 1] },
      rises: problem.atoms.indices.map { values[3 * $0 + 2] })
  }
}
