import Basics
import Definition
import Printing
import Tabular

/// A file of a comparison, twice: one that opens right in a spreadsheet, and the same raw in `machine/`.
struct ComparedFile {
  private let spreadsheet: SpreadsheetFile
  private let machine: CSVWriter

  init(
    _ name: String, header: [String], in folder: String, _ locale: SpreadsheetLocale
  ) throws(RunError) {
    spreadsheet = try SpreadsheetFile(path: "\(folder)/\(name)", locale)
    try spreadsheet.write(texts: header)
    machine = try CSVWriter(path: MachineFolder.path(of: name, below: folder), header: header)
  }

  func write(_ fields: [SpreadsheetFile.Field]) throws(RunError) {
    try spreadsheet.write(fields)
    try machine.write(fields.map(\.raw))
  }

  func write(texts: [String]) throws(RunError) {
    try write(texts.map { .text($0) })
  }

  func commit() throws(RunError) {
    try spreadsheet.commit()
    try machine.commit()
  }
}
