import Basics
import Interchange
import Statistics
import Tabular

extension AggregatedCell {
  /// Reads all cells, in the order of the plan.
  static func read(from folder: String) throws(RunError) -> [AggregatedCell] {
    var values = try RowsOfCells<ValueColumn>("\(folder)/\(valuesFileName)")
    var weights = try RowsOfCells<WeightColumn>("\(folder)/\(weightsFileName)")
    var behind = try RowsOfCells<BehindColumn>("\(folder)/\(behindFileName)")
    let cells = try StageList<Column>.rows(of: "\(folder)/\(fileName)") { cell throws(RunError) in
      let steps = try values.rows(of: cell) { row throws(RunError) in
        Distribution.Step(
          value: try row.decimal(.number), part: try row.integer(.part),
          mass: try Mass(row, units: .units, weight: .weight, squares: .squares))
      }
      let masses = try weights.rows(of: cell) { row throws(RunError) in
        (
          part: try row.integer(.part),
          mass: try Mass(row, units: .units, weight: .weight, squares: .squares)
        )
      }
      return AggregatedCell(
        table: cell[.table], row: cell[.row], column: cell[.column],
        count: try cell.integer(.count), base: try cell.integer(.base),
        values: Distribution(steps: steps), masses: masses,
        units: try behind.rows(of: cell) { row throws(RunError) in
          ListedKey(unit: row[.unit], instance: try row.integerIfAny(.instance))
        })
    }
    try values.requireEnd()
    try weights.requireEnd()
    try behind.requireEnd()
    return cells
  }
}

/// The rows of a list about cells, read side by side with these; its first columns name the cell.
private struct RowsOfCells<Column: StageColumn> {
  private let list: StageList<Column>
  private var next: StageListRow<Column>?

  init(_ path: String) throws(RunError) {
    list = try StageList(path: path)
    next = try list.next()
  }

  /// The rows about a cell, which come next if there are any.
  mutating func rows<Row>(
    of cell: StageListRow<AggregatedCell.Column>,
    _ read: (StageListRow<Column>) throws(RunError) -> Row
  ) throws(RunError) -> [Row] {
    var rows: [Row] = []
    while let row = next, row.matches(cell, first: AggregatedCell.addressColumns) {
      rows.append(try read(row))
      next = try list.next()
    }
    return rows
  }

  /// - Throws: `dataRejected` where a row is left over: it is about no cell, or out of order.
  func requireEnd() throws(RunError) {
    guard let next else { return }
    let cell = Column.allCases.prefix(AggregatedCell.addressColumns).map { next[$0] }
    throw next.damaged(
      "'\(cell.joined(separator: "/"))' is no cell of cells.csv, or not in its order")
  }
}
