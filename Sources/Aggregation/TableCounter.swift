import Interchange
import Questionnaire
import Tabular

/// Counts one unit after the other into the cells of one table.
struct TableCounter: Sendable {
  let table: Table
  /// The number of the table's first cell among all cells.
  let firstCell: Int
  /// The banner variables with the position of their first column.
  private let banner: [(entry: VariableCatalog.Entry, first: Int)]
  private let hasValues: Bool

  init(_ table: Table, firstCell: Int) {
    self.table = table
    self.firstCell = firstCell
    banner = table.columns.enumerated().compactMap { position, column in
      guard let variable = column.variable, column.code == 0 else { return nil }
      return (variable, position)
    }
    hasValues = table.statistics.contains { [.mean, .minimum, .maximum].contains($0) }
  }

  func count(_ unit: UnitAnswers, into tally: inout Tally) throws(RunError) {
    if unit.isOrganization && table.population != .participants { return }
    if let filter = table.filter, !filter.holds(for: unit) { return }
    let columns = columns(of: unit)
    let isInBase = isInBase(unit)
    for (position, row) in table.rows.enumerated()
    where belongs(unit, to: row.kind, isInBase: isInBase) {
      let value = hasValues && isInBase ? valueOf(unit, row.kind) : nil
      for column in columns {
        let cell = firstCell + table.cell(row: position, column: column)
        tally.count(cell)
        if let value { try tally.add(value, to: cell) }
        if row.isListed { tally.list(unit.number, behind: cell) }
      }
    }
  }

  /// The total, and the column of each banner variable that the unit has a code of.
  private func columns(of unit: UnitAnswers) -> [Int] {
    var columns = [0]
    for (entry, first) in banner {
      if case .codes(let names) = entry.variable.kind {
        for code in names.indices where unit.isSelected(code, of: entry.variable.index) {
          columns.append(first + code)
        }
      } else if let code = unit.countedCode(of: entry.variable) {
        columns.append(first + code)
      }
    }
    return columns
  }

  private func belongs(_ unit: UnitAnswers, to row: Table.RowKind, isInBase: Bool) -> Bool {
    let variable = table.rowVariable.variable
    switch row {
    case .population: return true
    case .base: return isInBase
    case .state(let state): return unit.state(of: variable.index) == state
    case .value: return isInBase && unit.value(of: table.rowVariable) != nil
    case .code(let code):
      guard isInBase else { return false }
      if case .codes = variable.kind { return unit.isSelected(code, of: variable.index) }
      return unit.countedCode(of: variable) == code
    }
  }

  /// The mean of a scale stands in the base row, that of a number in its own.
  private func valueOf(_ unit: UnitAnswers, _ row: Table.RowKind) -> Int128? {
    row == .value || row == .base ? unit.value(of: table.rowVariable) : nil
  }

  private func isInBase(_ unit: UnitAnswers) -> Bool {
    switch table.base {
    case .population: true
    case .respondents: unit.cells != nil
    case .asked:
      [.answered, .noAnswer, .unclear].contains(unit.state(of: table.rowVariable.variable.index))
    case .answered: unit.state(of: table.rowVariable.variable.index) == .answered
    case .condition(let condition): condition.holds(for: unit)
    }
  }
}
