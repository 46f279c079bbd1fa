import Basics
import Definition
import Interchange
import Tabular

/// `cells.csv`: every published number, tidy, in full precision.
///
/// `table,row_variable,row,row_label,column_variable,column,column_label,statistic,value,status,`
/// `numerator,base,base_label,note`. Rows and columns whose name begins with a point are no
/// answers: `.total`, `.base`, `.population`, `.value`, and the answer states such as
/// `.no_answer`. `status` is empty, or says why there is no value:
///
/// | status | why | SDMX CL_OBS_STATUS | CL_CONF_STATUS |
/// |---|---|---|---|
/// | `no-base` | nobody is in the base | `M` | `F` |
/// | `no-weight` | the units in the base weigh nothing | `M` | `F` |
/// | `too-few` | one unit, or one number, has no spread | `M` | `F` |
/// | `suppressed` | hidden, since replies were given in confidence | `Q` | `C` |
/// | `small-base` | no percentage of so few | `Q` | `F` |
enum CellsFile {
  static let name = "cells.csv"

  private static let header = [
    "table", "row_variable", "row", "row_label", "column_variable", "column", "column_label",
    "statistic", "value", "status", "numerator", "base", "base_label", "note",
  ]

  static func write(
    _ tables: [Table], _ cells: PublishedCells, _ disclosure: Disclosure, to folder: String
  ) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/\(name)", header: header)
    for table in tables {
      let figures = TableFigures(table, cells, disclosure)
      for row in table.rows {
        for column in table.columns {
          for statistic in table.statistics {
            guard let figure = try figures.figure(statistic, row: row, column: column) else {
              continue
            }
            try writer.write([
              table.id, table.blocks[row.block].variableName, row.id, table.fullLabel(of: row),
              column.variableName, column.id, column.label, statistic.rawValue, figure.value,
              figure.status, figure.numerator?.text ?? "", figure.base?.text ?? "",
              figure.baseLabel ?? table.baseLabel(of: row), note(table, row, column),
            ])
          }
        }
      }
    }
    try writer.commit()
  }

  /// The head note and the footnotes that are about a cell.
  private static func note(_ table: Table, _ row: Table.Row, _ column: Table.Column) -> String {
    let subjects: [Table.Footnote.Subject] = [
      .title, .row(table.anchor(of: row)), .column(column.id),
    ]
    let notes = table.footnotes.filter { subjects.contains($0.subject) }.map(\.text)
    return ([table.note] + notes).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// `lists.csv`: `table,row,column,iso3,name`, every unit behind a listed cell, in print order.
///
/// Where the unit is the respondent, `iso3` holds what the respondent is known by. Where replies were given
/// in confidence, nobody is listed for what they replied.
enum ListsFile {
  static func write(
    _ plan: TablePlan, _ cells: PublishedCells, _ disclosure: Disclosure, to folder: String
  ) throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/lists.csv", header: ["table", "row", "column", "iso3", "name"])
    for table in plan.tables {
      for row in table.rows where row.isListed {
        for column in table.columns where disclosure.names(table, row, column) {
          let units = cells.units(table, row.id, column.id)
          guard units.count == cells[table.id, row.id, column.id]?.count else {
            throw RunError(
              .internalFault, path: folder, rule: "list-length",
              "the list of \(table.id)/\(row.id)/\(column.id) has \(units.count) names, but the cell "
                + "another count. This is a fault of the program; please report it")
          }
          for unit in units {
            try writer.write([table.id, row.id, column.id, unit.key, unit.name])
          }
        }
      }
    }
    try writer.commit()
  }
}
