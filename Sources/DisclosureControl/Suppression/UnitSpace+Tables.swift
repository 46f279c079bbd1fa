import Definition
import Questionnaire
import Tabulation

/// Who stands in the cells of a table.
extension UnitSpace {
  /// What holds for all units that a cell of a table counts.
  func parts(of table: Table, _ row: Table.Row, _ column: Table.Column) -> [UnitSet.Part] {
    parts(of: criteria(around: row, of: table, column) + table.criteria(of: row))
  }

  /// Whether parts ask for more ticks of one question at once than are told apart from one more.
  func asksTooMuch(_ parts: [UnitSet.Part]) -> Bool {
    var ticks: [Int: Int] = [:]
    for part in parts where dimensions[part.dimension].mostTicks != nil {
      let values = dimensions[part.dimension].values
      ticks[part.dimension, default: 0] +=
        values.indices.filter(part.values.contains).map { values[$0].ticks.count }.min() ?? 0
    }
    return ticks.contains { dimension, count in
      dimensions[dimension].mostTicks.map { count >= $0 } ?? false
    }
  }

  /// The sets whose counts make up all choices made in a column.
  func choices(of table: Table, _ row: Table.Row, _ column: Table.Column) -> [UnitSet] {
    let entry = table.variable(of: row)
    let around = parts(
      of: criteria(around: row, of: table, column) + table.baseCriteria(of: row))
    let outside = table.blocks[row.block].outside
    return entry.codes.indices.filter { !outside.contains($0) }.compactMap {
      set(around + [choice($0, of: entry)])
    }
  }

  /// The nested variables whose codes a cell has, and what else it has.
  func nests(
    of table: Table, _ row: Table.Row, _ column: Table.Column
  ) -> [(path: [Table.Category], others: [UnitSet.Part])] {
    let context = table.blocks[row.block].context
    let own = parts(of: table.scope + table.criteria(of: row))
    let choices = { (path: [Table.Category]) in self.parts(of: path.map(\.criterion)) }
    return [
      (column.path, own + choices(context)), (context, own + choices(column.path)),
      (context + column.path, own),
    ]
  }

  private func criteria(
    around row: Table.Row, of table: Table, _ column: Table.Column
  ) -> [Criterion] {
    table.scope + (table.blocks[row.block].context + column.path).map(\.criterion)
  }
}
