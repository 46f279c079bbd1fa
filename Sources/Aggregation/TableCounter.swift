import Interchange
import Questionnaire
import Tabular

/// Counts one unit after the other into the cells of one table.
///
/// A class, since it is looked at once a unit and copied never.
final class TableCounter: Sendable {
  let table: Table
  /// The number of the table's first cell among all cells.
  let firstCell: Int
  /// The position of the table's first mass among all masses; nil where it is not weighted.
  let firstMass: Int?
  let strata: Int
  let banner: Banner
  private let blocks: [BlockCounter]

  init(_ table: Table, firstCell: Int, firstMass: Int?, strata: Int) {
    self.table = table
    self.firstCell = firstCell
    self.firstMass = firstMass
    self.strata = strata
    banner = Banner(table)
    blocks = table.blocks.indices.map { BlockCounter(table, block: $0) }
  }

  /// The position of the masses of a cell, one a stratum.
  func mass(of cell: Int) -> Int? {
    firstMass.map { $0 + (cell - firstCell) * strata }
  }

  /// - Parameter columns: The columns of the table's banner that the unit falls into.
  func count(_ unit: UnitAnswers, columns: [Int], into tally: inout Tally) {
    if unit.isOrganization && table.population != .participants { return }
    if let filter = table.filter, !filter.holds(for: unit) { return }
    let isReply = unit.cells != nil
    for block in blocks where block.concerns(unit) {
      block.forEachRow(of: unit, isInBase: isInBase(unit, block.variable.index)) { row, times in
        for column in columns {
          let cell = firstCell + table.cell(row: row, column: column)
          for _ in 0..<times { tally.count(cell) }
          if let position = mass(of: cell), isReply {
            for _ in 0..<times {
              tally.weigh(Mass(weight: unit.weight), at: position + unit.stratum)
            }
          }
          if table.rows[row].isListed { tally.list(unit.number, behind: cell) }
        }
      } value: { row, value in
        for column in columns {
          tally.add(value, of: unit, to: firstCell + table.cell(row: row, column: column))
        }
      }
    }
  }

  private func isInBase(_ unit: UnitAnswers, _ variable: Int) -> Bool {
    switch table.base {
    case .population: true
    case .respondents: unit.cells != nil
    case .asked: [.answered, .noAnswer, .unclear].contains(unit.state(of: variable))
    case .answered: unit.state(of: variable) == .answered
    case .condition(let condition): condition.holds(for: unit)
    }
  }
}

/// Finds the rows of one block that a unit falls into.
struct BlockCounter: Sendable {
  private let entry: VariableCatalog.Entry
  private let context: [Table.Category]
  /// The row of each code, or nil where the table has none for it.
  private let rowOfCode: [Int?]
  private let nets: [(row: Int, codes: [Int])]
  private let states: [(row: Int, state: AnswerState)]
  private let base: Int?
  private let population: Int?
  private let responses: Int?
  private let value: Int?
  private let hasNumbers: Bool
  private let hasRanks: Bool

  var variable: Variable { entry.variable }

  init(_ table: Table, block: Int) {
    entry = table.blocks[block].variable
    context = table.blocks[block].context
    let rows = table.rows.enumerated().filter { $0.element.block == block }
    func row(_ kind: Table.RowKind) -> Int? { rows.first { $0.element.kind == kind }?.offset }
    rowOfCode = entry.codes.indices.map { row(.code($0)) }
    nets = rows.compactMap { position, row in
      if case .net(let codes) = row.kind { (position, codes) } else { nil }
    }
    states = rows.compactMap { position, row in
      if case .state(let state) = row.kind { (position, state) } else { nil }
    }
    base = row(.base)
    population = row(.population)
    responses = row(.responses)
    value = row(.value)
    let kinds = table.statistics.map(\.kind)
    // Limits and comparisons may be of means.
    hasNumbers =
      kinds.contains { if case .number = $0 { true } else { false } }
      || (entry.codes.isEmpty && kinds.contains { if case .inference = $0 { true } else { false } })
    hasRanks = kinds.contains { if case .rank = $0 { true } else { false } } && entry.isRanking
  }

  /// Whether the unit has the codes that the block is nested in.
  func concerns(_ unit: UnitAnswers) -> Bool {
    context.allSatisfy { unit.has($0.code, of: $0.variable.variable) }
  }

  /// - Parameters:
  ///   - body: A row with how many times the unit counts in it.
  ///   - number: A row with a number or rank of the unit.
  func forEachRow(
    of unit: UnitAnswers, isInBase: Bool, _ body: (_ row: Int, _ times: Int) -> Void,
    value number: (_ row: Int, _ value: Int128) -> Void
  ) {
    if let population { body(population, 1) }
    for (row, state) in states where unit.state(of: variable.index) == state { body(row, 1) }
    guard isInBase else { return }
    if let base { body(base, 1) }
    if hasNumbers || value != nil, let found = unit.value(of: entry) {
      if let value { body(value, 1) }
      // The figures of a scale stand in the base row, those of a number in its own.
      if hasNumbers, let row = value ?? base { number(row, found) }
    }
    guard !entry.codes.isEmpty else { return }
    if entry.isMultiple {
      countSelected(unit, body)
    } else if let code = unit.countedCode(of: variable) {
      if let row = rowOfCode[code] { body(row, 1) }
      for (row, codes) in nets where codes.contains(code) { body(row, 1) }
      if let responses { body(responses, 1) }
    }
    if hasRanks {
      for (code, row) in rowOfCode.enumerated() {
        guard let row, let rank = unit.rank(of: code, in: variable.index) else { continue }
        number(row, Int128(rank) * FixedDecimal.one)
      }
    }
  }

  private func countSelected(_ unit: UnitAnswers, _ body: (_ row: Int, _ times: Int) -> Void) {
    var ticks = 0
    for (code, row) in rowOfCode.enumerated() where unit.isSelected(code, of: variable.index) {
      ticks += 1
      if let row { body(row, 1) }
    }
    for (row, codes) in nets
    where codes.contains(where: { unit.isSelected($0, of: variable.index) }) {
      body(row, 1)
    }
    if let responses, ticks > 0 { body(responses, ticks) }
  }
}

extension UnitAnswers {
  /// Whether a table that has the code as a row or column counts the unit there.
  func has(_ code: Int, of variable: Variable) -> Bool {
    if case .codes = variable.kind { return isSelected(code, of: variable.index) }
    return countedCode(of: variable) == code
  }
}
