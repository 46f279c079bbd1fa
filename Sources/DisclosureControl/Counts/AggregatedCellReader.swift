import Basics
import Interchange
import Statistics
import Tabular

/// Reads all cells in the order of the plan, each with what is behind it.
struct AggregatedCellReader {
  private let cells: StageList<AggregatedCell.Column>
  private var values: RowsOfCells<AggregatedCell.ValueColumn>
  private var weights: RowsOfCells<AggregatedCell.WeightColumn>
  private var behind: RowsOfCells<AggregatedCell.BehindColumn>

  init(_ folder: String) throws(RunError) {
    cells = try StageList(path: "\(folder)/\(AggregatedCell.fileName)")
    values = try RowsOfCells("\(folder)/\(AggregatedCell.valuesFileName)")
    weights = try RowsOfCells("\(folder)/\(AggregatedCell.weightsFileName)")
    behind = try RowsOfCells("\(folder)/\(AggregatedCell.behindFileName)")
  }

  /// The next cell.
  ///
  /// - Parameter address: Which the plan has next.
  /// - Throws: `internalFault` where it is another one; `dataRejected` for a damaged file.
  mutating func next(_ address: CellAddress) throws(RunError) -> AggregatedCell {
    guard let cell = try cells.next(), cell.holds(address.table, .table),
      cell.holds(address.row, .row), cell.holds(address.column, .column)
    else { throw .notCounted(address) }
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
      count: try cell.integer(.count), base: try cell.integer(.base),
      values: Distribution(steps: steps), masses: masses,
      units: try behind.rows(of: cell) { row throws(RunError) in
        AggregatedCell.ListedKey(unit: row[.unit], instance: try row.integerIfAny(.instance))
      })
  }

  /// - Throws: `dataRejected` where more is left than the plan has.
  mutating func requireEnd() throws(RunError) {
    if let cell = try cells.next() {
      throw cell.damaged(
        "'\(cell[.table])/\(cell[.row])/\(cell[.column])' is no cell of the plan, or not in its "
          + "order")
    }
    try values.requireEnd()
    try weights.requireEnd()
    try behind.requireEnd()
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
