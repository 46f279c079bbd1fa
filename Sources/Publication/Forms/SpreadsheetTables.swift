import Basics
import Definition
import DisclosureControl
import Printing

/// `tables/<id>.csv`: one table as a reader wants it, rounded and labelled.
///
/// Safe to double-click, see `SpreadsheetFile`.
struct SpreadsheetTables: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    try FileSystem.createFolder("\(folder)/tables")
    for table in content.printed {
      try Self.write(table, to: "\(folder)/tables", content.definition.pipeline.spreadsheet)
    }
  }

  static func write(
    _ table: PrintedTable, to folder: String, _ locale: SpreadsheetLocale
  ) throws(RunError) {
    let file = try SpreadsheetFile(path: "\(folder)/\(table.id).csv", locale)
    try file.write(texts: [table.title])
    for note in table.notes { try file.write(texts: [note]) }
    try file.write(texts: [""])
    try file.write(texts: table.headings)
    for line in table.lines {
      try file.write([.text(line.label)] + line.cells.map(Self.field))
    }
    if !table.footnotes.isEmpty { try file.write(texts: [""]) }
    for note in table.footnotes { try file.write(texts: [note.line]) }
    try file.commit()
  }

  private static func field(_ cell: PrintedTable.Cell) -> SpreadsheetFile.Field {
    cell.figure?.quantity == nil ? .text(cell.text) : .figure(cell.text)
  }
}
