import Basics
import Definition
import Questionnaire
import Statistics
import Tabulation

/// Counts one unit after the other into the cells of one table.
///
/// A class, since it is looked at once a unit and copied never.
final class TableCounter: Sendable {
  let table: Table
  /// The number of the table's first cell among all cells.
  let firstCell: Int
  /// The position of the table's first mass among those of a part of the sample; nil where it neither has
  /// weights nor tells how far its figures may be off.
  let firstMass: Int?
  let banner: Banner
  private let width: Int
  private let listedRows: [Bool]
  private let blocks: [BlockCounter]

  init(_ table: Table, firstCell: Int, firstMass: Int?) {
    self.table = table
    self.firstCell = firstCell
    self.firstMass = firstMass
    banner = Banner(table)
    width = table.columns.count
    listedRows = table.rows.map(\.isListed)
    blocks = table.blocks.indices.map { BlockCounter(table, block: $0) }
  }

  /// Whether the table says which units are behind its cells.
  var listsUnits: Bool { listedRows.contains(true) }

  /// The variables that decide where a unit is counted.
  var variables: Set<Int> {
    var criteria = table.scope
    var variables = Set(table.columns.flatMap(\.path).map(\.variable.variable.index))
    for block in table.blocks {
      let variable = block.variable.variable.index
      variables.insert(variable)
      criteria +=
        block.context.map(\.criterion) + table.base(of: block.variable).criteria(of: variable)
    }
    for row in table.rows { criteria += table.criteria(of: row) }
    return criteria.reduce(into: variables) { $0.formUnion($1.variables) }
  }

  /// The position of the mass of a cell among those of a part of the sample.
  func mass(of cell: Int) -> Int? {
    firstMass.map { $0 + cell - firstCell }
  }

  /// - Parameters:
  ///   - unit: One that the table is about, see `Table.scope`.
  ///   - columns: The columns of the table's banner that it falls into.
  func count(_ unit: CountedUnit, columns: [Int], into tally: inout Tally) {
    for block in blocks where block.concerns(unit.unit) {
      block.count(unit, at: Columns(counter: self, columns: columns), into: &tally)
    }
  }

  /// The columns of a table that one unit falls into.
  struct Columns {
    let counter: TableCounter
    let columns: [Int]

    /// Whether the unit counts for anything.
    func weighs(_ unit: CountedUnit) -> Bool {
      !counter.table.isWeighted || unit.weight > 0
    }

    /// - Parameter times: How often the unit counts in the row.
    func count(_ unit: CountedUnit, row: Int, times: Int = 1, into tally: inout Tally) {
      let first = counter.firstCell + row * counter.width
      let isListed = counter.listedRows[row]
      let weight = counter.table.isWeighted ? unit.weight : ExactDecimal.one
      let hasMasses = counter.firstMass != nil && unit.unit.hasReplied
      for column in columns {
        tally.count(first + column, times: times * unit.times)
        if hasMasses, let position = counter.mass(of: first + column) {
          for _ in 0..<times { tally.masses.weigh(Mass(weight: weight), at: position) }
        }
        if isListed { tally.list(unit.listed, behind: first + column) }
      }
    }

    func add(_ value: ExactDecimal, of unit: CountedUnit, row: Int, into tally: inout Tally) {
      for column in columns {
        tally.add(
          value, of: unit, to: counter.firstCell + row * counter.width + column,
          inPart: counter.firstMass != nil)
      }
    }
  }
}
