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
  let banner: Banner
  /// The row of each code of the row variable.
  private let codeRows: [Int: Int]
  private let otherRows: [Int]
  private let hasValues: Bool

  init(_ table: Table, firstCell: Int) {
    self.table = table
    self.firstCell = firstCell
    banner = Banner(table)
    var codeRows: [Int: Int] = [:]
    var otherRows: [Int] = []
    for (position, row) in table.rows.enumerated() {
      if case .code(let code) = row.kind {
        codeRows[code] = position
      } else {
        otherRows.append(position)
      }
    }
    self.codeRows = codeRows
    self.otherRows = otherRows
    hasValues = table.statistics.contains { [.mean, .minimum, .maximum].contains($0) }
  }

  /// - Parameter columns: The columns of the table's banner that the unit falls into.
  func count(_ unit: UnitAnswers, columns: [Int], into tally: inout Tally) {
    if unit.isOrganization && table.population != .participants { return }
    if let filter = table.filter, !filter.holds(for: unit) { return }
    let isInBase = isInBase(unit)
    for row in otherRows where belongs(unit, to: table.rows[row].kind, isInBase: isInBase) {
      count(unit, row, columns, isInBase: isInBase, into: &tally)
    }
    guard isInBase, !codeRows.isEmpty else { return }
    let variable = table.rowVariable.variable
    if case .codes = variable.kind {
      for (code, row) in codeRows where unit.isSelected(code, of: variable.index) {
        count(unit, row, columns, isInBase: true, into: &tally)
      }
    } else if let code = unit.countedCode(of: variable), let row = codeRows[code] {
      count(unit, row, columns, isInBase: true, into: &tally)
    }
  }

  private func count(
    _ unit: UnitAnswers, _ row: Int, _ columns: [Int], isInBase: Bool, into tally: inout Tally
  ) {
    let value = hasValues && isInBase ? valueOf(unit, table.rows[row].kind) : nil
    for column in columns {
      let cell = firstCell + table.cell(row: row, column: column)
      tally.count(cell)
      if let value { tally.add(value, to: cell) }
      if table.rows[row].isListed { tally.list(unit.number, behind: cell) }
    }
  }

  private func belongs(_ unit: UnitAnswers, to row: Table.RowKind, isInBase: Bool) -> Bool {
    let variable = table.rowVariable.variable
    switch row {
    case .population: return true
    case .base: return isInBase
    case .state(let state): return unit.state(of: variable.index) == state
    case .value: return isInBase && unit.value(of: table.rowVariable) != nil
    // Rows of codes are found by the code that the unit has.
    case .code: return false
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
