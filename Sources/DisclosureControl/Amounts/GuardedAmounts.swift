import Basics
import Definition
import Interchange
import Statistics
import Tabular

/// Which guarded sums are released: as many as can be, of which none tells of a single unit.
struct GuardedAmounts: Sendable {
  private var released: Set<CellAddress> = []
  private var withheld: [(cell: CellAddress, units: Int, sum: Rational, why: Reason)] = []

  /// Why a sum is not released.
  private enum Reason: String {
    /// It would tell of a unit by itself.
    case primary
    /// It would with others.
    case secondary
    /// Some of its numbers are below nought.
    case negative
    /// All of its numbers are nought.
    case nothing
  }

  /// The most groups of units that the sums of one number may tell apart.
  private static let mostAtoms = 1_000

  func releases(_ table: Table, row: Table.Row, column: Table.Column) -> Bool {
    released.contains(CellAddress(table: table.id, row: row.id, column: column.id))
  }

  /// - Parameters:
  ///   - groups: Units by the sums that they are in.
  ///   - mayRelease: Whether the counts of a sum are told; if not, it is not.
  /// - Throws: `badDefinition` where tables tell more groups of units apart than can be looked at.
  init(
    _ groups: [AmountGroup], _ plan: TablePlan, by rules: DisclosureRules.AmountRules,
    mayRelease: (Table, Table.Row, Table.Column) -> Bool
  ) throws(RunError) {
    var cells: [Int: [CellAddress]] = [:]
    for table in plan.tables {
      for row in table.rows {
        guard let question = plan.amount(of: table, row: row) else { continue }
        for column in table.columns where mayRelease(table, row, column) {
          cells[question, default: []].append(
            CellAddress(table: table.id, row: row.id, column: column.id))
        }
      }
    }
    for (_, cells) in cells.sorted(by: { $0.key < $1.key }) {
      try release(cells, groups, plan: plan, by: rules)
    }
  }

  /// Releases what can be of the sums of one number.
  private mutating func release(
    _ cells: [CellAddress], _ groups: [AmountGroup], plan: TablePlan,
    by rules: DisclosureRules.AmountRules
  ) throws(RunError) {
    let wanted = Set(cells)
    var members: [CellAddress: Set<Int>] = [:]
    var own: [(cells: [CellAddress], numbers: Distribution)] = []
    for group in groups {
      let cells = group.cells.map { CellAddress(table: $0[0], row: $0[1], column: $0[2]) }
        .filter(wanted.contains)
      guard !cells.isEmpty else { continue }
      for cell in cells { members[cell, default: []].insert(own.count) }
      own.append((cells, group.numbers))
    }
    // A sum that several cells have is one.
    var sumOfMembers: [Set<Int>: Int] = [:]
    var cellsOfSum: [[CellAddress]] = []
    for cell in cells {
      guard let members = members[cell] else { continue }
      let sum = sumOfMembers[members] ?? cellsOfSum.count
      if sum == cellsOfSum.count {
        sumOfMembers[members] = sum
        cellsOfSum.append([])
      }
      cellsOfSum[sum].append(cell)
    }
    var numbers: [Set<Int>: Distribution] = [:]
    for (group, entry) in own.enumerated() {
      let sums = sumOfMembers.filter { $0.key.contains(group) }.map(\.value)
      numbers[Set(sums), default: Distribution()].merge(entry.numbers)
    }
    // With a number below nought a sum says nothing of how high others can be.
    guard numbers.values.allSatisfy({ ($0.minimum ?? 0) >= 0 }) else {
      for (sum, cells) in cellsOfSum.enumerated() {
        let atoms = numbers.filter { $0.key.contains(sum) }
          .map { AmountAtom(sums: $0.key, numbers: $0.value) }
        withhold(cells, atoms, why: .negative)
      }
      return
    }
    guard numbers.count <= Self.mostAtoms else {
      throw RunError(
        path: plan.path, id: .confidence(.confidentialPlan),
        "the sums of table '\(cells[0].table)' and others of the same number tell \(numbers.count) groups of "
          + "units apart, and are to be guarded; expected at most \(Self.mostAtoms). Take a table or a variable "
          + "across out")
    }
    let atoms = numbers.map { AmountAtom(sums: $0.key, numbers: $0.value) }
      .sorted { $0.sums.sorted().lexicographicallyPrecedes($1.sums.sorted()) }
    let problem = AmountProblem(atoms: atoms, sums: cellsOfSum.count, rules)
    var search = AmountSearch(problem)
    search.run()
    for (sum, cells) in cellsOfSum.enumerated() {
      if search.published.contains(sum) {
        released.formUnion(cells)
        continue
      }
      let own = problem.sums[sum].map { atoms[$0] }
      withhold(
        cells, own,
        why: own.allSatisfy { $0.total.sign == 0 }
          ? .nothing : search.isSafeAlone(sum) ? .secondary : .primary)
    }
  }

  private mutating func withhold(_ cells: [CellAddress], _ atoms: [AmountAtom], why: Reason) {
    let units = atoms.reduce(0) { $0 + $1.units }
    let sum = atoms.reduce(Rational(0)) { $0 + $1.total }
    withheld += cells.map { ($0, units, sum, why) }
  }

  /// Writes what data staff need to know of sums that are hidden though their counts are not:
  /// `table,row,column,units,sum,suppression`, see `Reason`.
  func write(to path: String) throws(RunError) {
    let writer = try CSVWriter(
      path: path, header: ["table", "row", "column", "units", "sum", "suppression"])
    for (cell, units, sum, why) in withheld {
      try writer.write([
        cell.table, cell.row, cell.column, String(units), Quantity.exact(sum).text, why.rawValue,
      ])
    }
    try writer.commit()
  }
}
