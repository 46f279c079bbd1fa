import Basics
import Definition
import DisclosureControl
import Printing
import Tabular

/// `machine/tables.csv`: `table,title,unit,note`, the tables that the other files are about.
struct TablesForm: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let writer = try CSVWriter(
      path: MachineFolder.path(of: MachineFile.tables.fileName, below: folder),
      header: MachineFile.tables.header)
    for table in content.tables.map(\.table) {
      try writer.write([table.id, table.title, table.unit?.name ?? "", table.note])
    }
    try writer.commit()
  }
}
