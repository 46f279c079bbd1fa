import Basics
import Definition
import DisclosureControl
import Printing
import Tabular

/// `machine/lists.csv`: `table,row,column,iso3,name,instance`, every unit behind a listed cell, in print order.
///
/// Where the unit is the respondent, `iso3` holds what the respondent is known by. Of instances of a repeat
/// `instance` says which of its submission, from 1 in the order of its source. Where replies were given
/// in confidence, nobody is listed for what they replied.
struct ListsForm: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let writer = try CSVWriter(
      path: MachineFolder.path(of: MachineFile.lists.fileName, below: folder),
      header: MachineFile.lists.header)
    // In the order of the plan, whatever the order of print.
    for (table, released) in zip(content.definition.plan.tables, content.tables) {
      for row in table.rows where row.isListed {
        for column in table.columns {
          guard let units = try released.units(row, column).value else { continue }
          let cell = CSVWriter.fields([table.id, row.id, column.id])
          for unit in units {
            writer.append(encoded: cell[...])
            try writer.write([unit.key, unit.name, unit.instance.map(String.init) ?? ""])
          }
        }
      }
    }
    try writer.commit()
  }
}
