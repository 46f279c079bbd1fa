package import Basics
package import Statistics
import Tabular

/// The numbers of units that are behind the same guarded sums: `aggregated/amounts.csv` and
/// `amount-cells.csv`, see `AggregatedCell`.
package struct AmountGroup: Sendable {
  /// The cells whose sums they are in: table, row and column.
  package let cells: [[String]]
  package let numbers: Distribution

  package init(cells: [[String]], numbers: Distribution) {
    self.cells = cells
    self.numbers = numbers
  }

  private static let fileName = "amounts.csv"
  private static let cellsFileName = "amount-cells.csv"

  private enum Column: Int, StageColumn {
    case group, number, units
  }
  private enum CellColumn: Int, StageColumn {
    case group, table, row, column
  }

  package static func write(_ groups: [AmountGroup], to folder: String) throws(RunError) {
    let amounts = try CSVWriter(path: "\(folder)/\(fileName)", header: Column.header)
    let cells = try CSVWriter(path: "\(folder)/\(cellsFileName)", header: CellColumn.header)
    for (number, group) in groups.enumerated() {
      for cell in group.cells { try cells.write([String(number)] + cell) }
      for step in group.numbers.steps {
        try amounts.write([String(number), step.value.description, String(step.mass.units)])
      }
    }
    try amounts.commit()
    try cells.commit()
  }

  package static func read(from folder: String) throws(RunError) -> [AmountGroup] {
    var numbers: [Int: [Distribution.Step]] = [:]
    _ = try StageList<Column>.rows(of: "\(folder)/\(fileName)") { row throws(RunError) in
      numbers[try row.integer(.group), default: []].append(
        Distribution.Step(
          value: try row.decimal(.number), mass: Mass(units: try row.integer(.units))))
    }
    var groups: [AmountGroup] = []
    _ = try StageList<CellColumn>.rows(of: "\(folder)/\(cellsFileName)") { row throws(RunError) in
      let number = try row.integer(.group)
      let cell = [row[.table], row[.row], row[.column]]
      if number == groups.count {
        guard let steps = numbers[number] else {
          throw row.damaged("the group \(number) has no numbers in \(fileName)")
        }
        groups.append(AmountGroup(cells: [cell], numbers: Distribution(steps: steps)))
      } else {
        guard let last = groups.last, number == groups.count - 1 else {
          throw row.damaged("the group \(number) is not the next one")
        }
        groups[number] = AmountGroup(cells: last.cells + [cell], numbers: last.numbers)
      }
    }
    guard groups.count == numbers.count else {
      throw RunError(
        path: "\(folder)/\(cellsFileName)", id: .stage(.damagedField),
        "\(fileName) has \(numbers.count) groups, and here are \(groups.count); expected as many. Run "
          + "'make report' again")
    }
    return groups
  }
}
