import Basics
import Printing

/// `tables/<id>.csv`: one table as a reader wants it, rounded and labelled.
///
/// Safe to double-click: UTF-8 with byte order mark, CRLF, and no text that a spreadsheet takes
/// for a formula.
struct SpreadsheetTables: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    try FileSystem.createFolder("\(folder)/tables")
    for table in content.printed { try Self.write(table, to: "\(folder)/tables") }
  }

  static func write(_ table: PrintedTable, to folder: String) throws(RunError) {
    let file = try SpreadsheetFile(path: "\(folder)/\(table.id).csv")
    try file.write([table.title])
    for note in table.notes { try file.write([note]) }
    try file.write([""])
    try file.write(table.headings)
    for line in table.lines { try file.write([line.label] + line.cells.map(\.text)) }
    if !table.footnotes.isEmpty { try file.write([""]) }
    for note in table.footnotes { try file.write([note]) }
    try file.commit()
  }
}
