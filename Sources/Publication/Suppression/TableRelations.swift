import Interchange
import Questionnaire
import Tabular

/// The figures of all tables of a collection as linked cells: each set of units once, and the sums
/// that anybody can make of them.
struct TableRelations {
  private(set) var linked = LinkedCells()
  private let rules: FactRules
  private let threshold: Int
  private var cellOfSet: [UnitSet: Int] = [:]
  /// The sets of the cells, as far as they are sets that some table or sum is about.
  private var sets: [(set: UnitSet, cell: Int)] = []

  init(_ rules: FactRules, threshold: Int) {
    self.rules = rules
    self.threshold = threshold
  }

  /// Takes a printed count in.
  ///
  /// - Returns: The number of its cell; nil where the set is empty of necessity, which is no news.
  /// - Throws: `internalFault` where two tables have different counts of one set.
  mutating func add(_ count: Int, of facts: [UnitSet.Fact], in path: String) throws(RunError)
    -> Int?
  {
    guard let set = rules.set(facts) else { return nil }
    if let cell = cellOfSet[set] {
      guard linked.cells[cell].value == count else {
        throw Self.fault(
          path, "two tables count \(linked.cells[cell].value) and \(count) of the same units")
      }
      return cell
    }
    return add(set, count, rules.isPublic(set) ? .known : .printed)
  }

  /// Whether anybody can tell for which units all facts hold.
  func arePublic(_ facts: [UnitSet.Fact]) -> Bool {
    rules.set(facts).map(rules.isPublic) ?? true
  }

  private mutating func add(_ set: UnitSet, _ count: Int, _ role: LinkedCells.Role) -> Int {
    let cell = add(count, role)
    cellOfSet[set] = cell
    sets.append((set, cell))
    return cell
  }

  private mutating func add(_ count: Int, _ role: LinkedCells.Role) -> Int {
    linked.add(count, role, isSensitive: role != .known && count > 0 && count < threshold)
  }
}

// MARK: - Sums

extension TableRelations {
  /// Finds the sums among the counts taken in.
  ///
  /// - Throws: `internalFault` where parts are more than their whole.
  mutating func link(in path: String) throws(RunError) {
    var divisions: Set<FactRules.Division> = []
    var partitions: [FactRules.Partition] = []
    var place = 0
    while place < sets.count {
      for set in sets[place...].map(\.set) {
        for division in rules.divisions(around: set) where divisions.insert(division).inserted {
          partitions.append(rules.partition(division))
        }
      }
      place = sets.count
      for partition in partitions { try derive(partition, in: path) }
    }
    for partition in partitions { try relate(partition, in: path) }
    for (set, cell) in sets {
      for whole in rules.supersets(of: set) {
        if let whole = cellOfSet[whole] { try relate([cell], to: whole, isAll: false, in: path) }
      }
    }
  }

  /// Takes in the one set of a partition that is in no table, or the rest of several: whoever has
  /// the others has it too.
  private mutating func derive(
    _ partition: FactRules.Partition, in path: String
  ) throws(RunError) {
    guard partition.isExact, let whole = partition.wholes.first else { return }
    let parts = partition.parts.compactMap { cellOfSet[$0] }
    let sum = parts.reduce(0) { $0 + linked.cells[$1].value }
    if let cell = cellOfSet[whole] {
      guard !parts.isEmpty, !parts.contains(cell), parts.count < partition.parts.count,
        let rest = rules.remainder(partition, without: { cellOfSet[$0] != nil }),
        cellOfSet[rest] == nil
      else { return }
      try derive(rest, linked.cells[cell].value - sum, in: path)
    } else if cellOfSet[whole] == nil, parts.count == partition.parts.count {
      try derive(whole, sum, in: path)
    }
  }

  private mutating func derive(
    _ set: UnitSet, _ count: Int, in path: String
  ) throws(RunError) {
    guard count >= 0 else { throw Self.fault(path, "parts are \(-count) more than their whole") }
    _ = add(set, count, rules.isPublic(set) ? .known : .implied)
  }

  private mutating func relate(
    _ partition: FactRules.Partition, in path: String
  ) throws(RunError) {
    let parts = partition.parts.compactMap { cellOfSet[$0] }
    guard let place = partition.wholes.firstIndex(where: { cellOfSet[$0] != nil }),
      let whole = cellOfSet[partition.wholes[place]]
    else { return }
    guard partition.isExact, place == 0 else {
      try relate(parts, to: whole, isAll: false, in: path)
      return
    }
    let isAll = parts.count == partition.parts.count
    let rest =
      isAll
      ? nil
      : rules.remainder(partition, without: { cellOfSet[$0] != nil })
        .flatMap { cellOfSet[$0] }
    try relate(parts + [rest].compactMap { $0 }, to: whole, isAll: isAll || rest != nil, in: path)
  }

  /// - Parameter isAll: Whether the parts must make up the whole; else what is left over is a cell
  ///   of its own, which nobody prints and anybody can work out.
  private mutating func relate(
    _ parts: [Int], to whole: Int, isAll: Bool, in path: String
  ) throws(RunError) {
    guard !parts.contains(whole),
      (parts + [whole]).contains(where: { linked.cells[$0].role != .known })
    else { return }
    let rest = parts.reduce(linked.cells[whole].value) { $0 - linked.cells[$1].value }
    guard rest >= 0 else { throw Self.fault(path, "parts are \(-rest) more than their whole") }
    linked.add(sumOf: isAll && rest == 0 ? parts : parts + [add(rest, .implied)], is: whole)
  }

  private static func fault(_ path: String, _ found: String) -> RunError {
    RunError(
      .internalFault, path: path, rule: "linked-cells",
      "\(found). This is a fault of the program; please report it")
  }
}

// MARK: - Tables

extension TableRelations {
  /// What holds for all units that a cell of a table counts.
  ///
  /// Nets and derived variables, whose sums with other figures are not known here, stand in no plan
  /// of a collection with replies in confidence.
  func facts(of table: Table, _ row: Table.Row, _ column: Table.Column) -> [UnitSet.Fact] {
    let block = table.blocks[row.block]
    let variable = block.variable.variable.index
    var facts = table.filter.map(rules.facts) ?? []
    if table.population == .participants { facts.append(.participant) }
    facts += (block.context + column.path).map { choice($0.code, of: $0.variable) }
    switch row.kind {
    case .code(let code): facts += base(of: table, variable) + [choice(code, of: block.variable)]
    case .value: facts += base(of: table, variable) + [.state(variable: variable, .answered)]
    case .base: facts += base(of: table, variable)
    case .state(let state):
      facts.append(
        rules.isQuestion(variable)
          ? .state(variable: variable, state) : .condition("\(variable) \(state.rawValue)"))
    case .population: break
    case .net, .responses: facts.append(.condition("\(table.id) \(row.id)"))
    }
    return facts
  }

  private func base(of table: Table, _ variable: Int) -> [UnitSet.Fact] {
    switch table.base {
    case .population: return []
    case .respondents: return [rules.replied(true)]
    case .asked: return [.asked(variable: variable)]
    case .answered: return [.state(variable: variable, .answered)]
    case .condition(let condition): return rules.facts(of: condition)
    }
  }

  private func choice(_ code: Int, of entry: VariableCatalog.Entry) -> UnitSet.Fact {
    if case .codes = entry.variable.kind {
      return .ticked(variable: entry.variable.index, code: code)
    }
    return .code(variable: entry.variable.index, code: code)
  }
}
