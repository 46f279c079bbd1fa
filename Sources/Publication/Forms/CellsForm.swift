import Basics
import Definition
import DisclosureControl
import Printing
import Statistics
import Tabular

/// `machine/cells.csv`: every published number, tidy, in full precision.
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
struct CellsForm: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let writer = try CSVWriter(
      path: MachineFolder.path(of: MachineFile.cells.fileName, below: folder),
      header: MachineFile.cells.header)
    for released in content.tables {
      let table = released.table
      let columns = table.columns.map {
        CSVWriter.fields([$0.variableName, $0.id, $0.label])
      }
      for row in table.rows {
        let label = table.baseLabel(of: row)
        let fields = CSVWriter.fields([
          table.id, table.blocks[row.block].variableName, row.id, table.fullLabel(of: row),
        ])
        for (column, columnFields) in zip(table.columns, columns) {
          let note = Self.note(table, row: row, column: column)
          for statistic in table.statistics {
            guard let figure = try released.figure(statistic, row: row, column: column) else {
              continue
            }
            let (value, status) = Self.value(and: figure.value)
            writer.append(encoded: fields[...])
            writer.append(encoded: columnFields[...])
            try writer.write([
              statistic.rawValue, value, status, figure.numerator?.text ?? "",
              figure.base?.text ?? "", figure.baseLabel ?? label, note,
            ])
          }
        }
      }
    }
    try writer.commit()
  }

  private static func value(
    and status: ReleasedFigure.Value
  ) -> (value: String, status: String) {
    switch status {
    case .quantity(let quantity): (quantity.text, "")
    case .missing(let reason): ("", reason.rawValue)
    case .withheld(let reason): ("", reason.rawValue)
    }
  }

  /// The head note and the footnotes that are about a cell.
  static func note(_ table: Table, row: Table.Row, column: Table.Column) -> String {
    guard !table.footnotes.isEmpty else { return table.note }
    let subjects: [Table.Footnote.Subject] = [
      .title, .row(table.anchor(of: row)), .column(column.id),
    ]
    let notes = table.footnotes.filter { subjects.contains($0.subject) }.map(\.text)
    return ([table.note] + notes).filter { !$0.isEmpty }.joined(separator: " ")
  }
}
