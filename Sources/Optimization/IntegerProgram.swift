import Basics
import CCbc
import CSolver

/// Linear equations among whole numbers, and the cheapest numbers that satisfy them: through CLP and
/// CBC, the simplex and the branch-and-cut solver of COIN-OR (`Clp_C_Interface.h`,
/// `Cbc_C_Interface.h`).
///
/// They reckon in floating numbers. What they find is rounded and checked against the equations and
/// the ranges in integers, so that nothing false is returned; that there is nothing is their word.
package final class IntegerProgram {
  /// A variable in an equation, so many times.
  package struct Term: Hashable {
    package let variable: Int
    package let factor: Int

    package init(_ variable: Int, times factor: Int) {
      self.variable = variable
      self.factor = factor
    }
  }

  /// What a variable can be, and what each unit of it costs.
  package struct Variable {
    package let range: ClosedRange<Int>
    package let cost: Int

    package init(in range: ClosedRange<Int>, cost: Int) {
      self.range = range
      self.cost = cost
    }
  }

  package enum Outcome {
    case cheapest([Int])
    /// There are none.
    case impossible
    /// None were found within `mostNodes`.
    case undecided
  }

  /// How many nodes of its tree CBC may look at: a limit that is the same on any machine.
  private static let mostNodes: Int32 = 20_000

  /// What CBC does before it branches costs more than it saves where the simplex has come close.
  private static let leftOut = ["cuts", "preprocess", "heuristics", "presolve"]
  /// How much dearer than the cheapest numbers those found may be.
  private static let gap = 0.1

  /// CBC keeps settings in static variables: two solvers at once would disturb one another.
  private static let solving = Locked(())

  /// Loads the solver, which a collection that hides nothing need not have.
  ///
  /// - Returns: Why it cannot be loaded, so that no program can be made; nil where it is.
  package static func load() -> String? {
    unsafe rapporteur_load_solver().map { unsafe String(cString: $0) }
  }

  private let equations: [[Term]]
  /// What sums cannot exceed.
  private var limits: [(terms: [Term], most: Int)] = []
  private let variableCount: Int
  /// Keeps the last solution, from which it starts the next time.
  private let simplex: Simplex

  /// - Parameter equations: The terms of each, every variable once, add up to zero.
  /// - Precondition: The solver can be loaded.
  package init(_ equations: [[Term]], variables: Int) {
    let reason = Self.load()
    precondition(reason == nil, "the solver cannot be loaded: \(reason ?? "")")
    self.equations = equations
    variableCount = variables
    simplex = Simplex(Columns(equations, count: variables), rows: equations.count)
  }

  /// Takes in that some terms, every variable once, come to no more than a number.
  package func add(_ terms: [Term], atMost most: Int) {
    limits.append((terms, most))
    simplex.add(terms, atMost: most)
  }

  /// The cheapest numbers that satisfy all equations, or numbers nearly as cheap.
  ///
  /// - Parameters:
  ///   - isThorough: Whether to branch and cut where the cheapest numbers are not whole; else that is
  ///     left undecided.
  ///   - isExact: Whether numbers that are only nearly as cheap will not do.
  ///   - nodes: How many nodes of its tree are looked at; all that a limit for the machine allows where
  ///     nothing is said.
  package func solve(
    _ variables: [Variable], isThorough: Bool = true, isExact: Bool = false, nodes: Int? = nil
  ) -> Outcome {
    Self.solving.withLock { _ in
      switch simplex.solve(variables) {
      case .cheapest(let values) where isSolution(values, variables): .cheapest(values)
      case .impossible: .impossible
      default:
        isThorough
          ? branchedAndCut(
            variables, gap: isExact ? 0 : Self.gap, nodes: nodes.map { Int32($0) } ?? Self.mostNodes
          )
          : .undecided
      }
    }
  }

  private func branchedAndCut(_ variables: [Variable], gap: Double, nodes: Int32) -> Outcome {
    let rows = equations + limits.map(\.terms)
    let columns = Columns(rows, count: variableCount)
    let zeros = [Double](repeating: 0, count: equations.count)
    let least = zeros + limits.map { _ in -Double.greatestFiniteMagnitude }
    let most = zeros + limits.map { Double($0.most) }
    let model = unsafe Cbc_newModel()
    defer { unsafe Cbc_deleteModel(model) }
    unsafe Cbc_setLogLevel(model, 0)
    unsafe Cbc_loadProblem(
      model, Int32(variables.count), Int32(rows.count), columns.starts, columns.rows,
      columns.factors, variables.map { Double($0.range.lowerBound) },
      variables.map { Double($0.range.upperBound) }, variables.map { Double($0.cost) }, least, most
    )
    for variable in variables.indices { unsafe Cbc_setInteger(model, Int32(variable)) }
    unsafe Cbc_setMaximumNodes(model, nodes)
    for name in Self.leftOut { unsafe Cbc_setParameter(model, name, "off") }
    unsafe Cbc_setAllowableFractionGap(model, gap)
    unsafe Cbc_solve(model)
    guard unsafe Cbc_numberSavedSolutions(model) > 0, let found = unsafe Cbc_bestSolution(model)
    else { return unsafe Cbc_isProvenInfeasible(model) == 1 ? .impossible : .undecided }
    let values = variables.indices.map { unsafe Int(found[$0].rounded()) }
    return isSolution(values, variables) ? .cheapest(values) : .undecided
  }

  private func isSolution(_ values: [Int], _ variables: [Variable]) -> Bool {
    zip(values, variables).allSatisfy { $1.range.contains($0) }
      && equations.allSatisfy { terms in
        Self.sum(terms, values) == 0
      }
      && limits.allSatisfy { Self.sum($0.terms, values) <= $0.most }
  }

  private static func sum(_ terms: [Term], _ values: [Int]) -> Int {
    terms.reduce(0) { $0 + values[$1.variable] * $1.factor }
  }
}

/// The same without the demand that numbers are whole: a model of CLP.
@safe private final class Simplex {
  private let model: UnsafeMutableRawPointer?

  init(_ columns: Columns, rows: Int) {
    let count = columns.starts.count - 1
    let zeros = [Double](repeating: 0, count: max(rows, count))
    unsafe model = Clp_newModel()
    unsafe Clp_setLogLevel(model, 0)
    unsafe Clp_loadProblem(
      model, Int32(count), Int32(rows), columns.starts, columns.rows, columns.factors, zeros,
      zeros, zeros, zeros, zeros)
  }

  deinit {
    unsafe Clp_deleteModel(model)
  }

  func add(_ terms: [IntegerProgram.Term], atMost most: Int) {
    unsafe Clp_addRows(
      model, 1, [-Double.greatestFiniteMagnitude], [Double(most)], [0, Int32(terms.count)],
      terms.map { Int32($0.variable) }, terms.map { Double($0.factor) })
  }

  /// Starts from the solution of the last time.
  ///
  /// - Returns: The cheapest numbers, rounded.
  func solve(_ variables: [IntegerProgram.Variable]) -> IntegerProgram.Outcome {
    unsafe Clp_chgColumnLower(model, variables.map { Double($0.range.lowerBound) })
    unsafe Clp_chgColumnUpper(model, variables.map { Double($0.range.upperBound) })
    unsafe Clp_chgObjCoefficients(model, variables.map { Double($0.cost) })
    unsafe Clp_dual(model, 0)
    switch unsafe Clp_status(model) {
    case 0:
      guard let found = unsafe Clp_getColSolution(model) else { return .undecided }
      return .cheapest(variables.indices.map { unsafe Int(found[$0].rounded()) })
    case 1: return .impossible
    default: return .undecided
    }
  }
}

/// Equations column by column, as solvers take them.
private struct Columns {
  private(set) var starts: [Int32] = [0]
  private(set) var rows: [Int32] = []
  private(set) var factors: [Double] = []

  init(_ equations: [[IntegerProgram.Term]], count: Int) {
    var columns = [[(row: Int32, factor: Double)]](repeating: [], count: count)
    for (row, terms) in equations.enumerated() {
      for term in terms { columns[term.variable].append((Int32(row), Double(term.factor))) }
    }
    for column in columns {
      rows += column.map(\.row)
      factors += column.map(\.factor)
      starts.append(Int32(rows.count))
    }
  }
}
