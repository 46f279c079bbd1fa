import Definition
import Questionnaire

/// Who stands in the cells of a table.
extension UnitSpace {
  /// What holds for all units that a cell of a table counts.
  func parts(of table: Table, _ row: Table.Row, _ column: Table.Column) -> [UnitSet.Part] {
    let entry = table.variable(of: row)
    let around = parts(around: row, of: table, column)
    switch row.kind {
    case .code(let code): return around + base(of: table, entry) + [choice(code, of: entry)]
    case .net(let codes): return around + base(of: table, entry) + [choice(anyOf: codes, of: entry)]
    case .value: return around + base(of: table, entry) + state(in: [.answered], of: entry)
    case .base, .responses: return around + base(of: table, entry)
    case .state(let state): return around + self.state(in: [state], of: entry)
    case .population: return around
    }
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
    let around = parts(around: row, of: table, column) + base(of: table, entry)
    return entry.codes.indices.compactMap { set(around + [choice($0, of: entry)]) }
  }

  /// The nested variables whose codes a cell has, and what else it has.
  func nests(
    of table: Table, _ row: Table.Row, _ column: Table.Column
  ) -> [(path: [Table.Category], others: [UnitSet.Part])] {
    let entry = table.variable(of: row)
    let context = table.blocks[row.block].context
    var own: [UnitSet.Part] = table.filter.map(self.parts) ?? []
    if table.population == .units { own.append(reportingUnits) }
    switch row.kind {
    case .code(let code): own += base(of: table, entry) + [choice(code, of: entry)]
    case .net(let codes): own += base(of: table, entry) + [choice(anyOf: codes, of: entry)]
    case .value: own += base(of: table, entry) + state(in: [.answered], of: entry)
    case .base, .responses: own += base(of: table, entry)
    case .state(let state): own += self.state(in: [state], of: entry)
    case .population: break
    }
    let choices = { (path: [Table.Category]) in path.map { self.choice($0.code, of: $0.variable) } }
    return [
      (column.path, own + choices(context)), (context, own + choices(column.path)),
      (context + column.path, own),
    ]
  }

  private func parts(
    around row: Table.Row, of table: Table, _ column: Table.Column
  ) -> [UnitSet.Part] {
    var parts = table.filter.map(self.parts) ?? []
    if table.population == .units { parts.append(reportingUnits) }
    return parts
      + (table.blocks[row.block].context + column.path).map { choice($0.code, of: $0.variable) }
  }

  private func base(of table: Table, _ entry: VariableCatalog.Entry) -> [UnitSet.Part] {
    switch table.base(of: entry) {
    case .population: []
    case .respondents: [hasReplied(true)]
    case .asked: state(in: [.answered, .noAnswer, .unclear], of: entry)
    case .answered: state(in: [.answered], of: entry)
    case .condition(let condition): parts(of: condition)
    }
  }
}
