import Basics

/// Writes the rows of a sheet as CSV: UTF-8, comma, LF, cells quoted where they must be.
///
/// Blank rows, titles above the header and comments take one line each, so that the lines of the
/// text are the rows of the sheet, but for line ends within cells.
final class SheetWriter {
  private let file: UnpackedFile
  private let width: Int
  private let options: Container.SheetOptions
  private var rows = 0
  private var line: [UInt8] = []

  init(_ file: UnpackedFile, width: Int, _ options: Container.SheetOptions) {
    self.file = file
    self.width = width
    self.options = options
  }

  func write(_ row: SheetRow) throws(RunError) {
    line.removeAll(keepingCapacity: true)
    for _ in rows..<(row.number - 1) { line.append(0x0A) }
    rows = row.number
    if options.isComment(row) {
      line += options.comment
    } else if !options.isTitle(row) {
      append(row)
    }
    line.append(0x0A)
    try file.write(line[...])
  }

  func commit() throws(RunError) {
    try file.commit()
  }

  private func append(_ row: SheetRow) {
    var column = 0
    var start = 0
    for cell in row.cells {
      while column < cell.column {
        line.append(UInt8(ascii: ","))
        column += 1
      }
      append(row.bytes[start..<cell.end])
      start = cell.end
    }
    for _ in column..<(width - 1) { line.append(UInt8(ascii: ",")) }
  }

  private func append(_ cell: ArraySlice<UInt8>) {
    let quote = UInt8(ascii: "\"")
    let mustQuote = cell.contains {
      $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D
    }
    guard mustQuote else {
      line += cell
      return
    }
    line.append(quote)
    for byte in cell {
      if byte == quote { line.append(quote) }
      line.append(byte)
    }
    line.append(quote)
  }
}

extension Container.SheetOptions {
  func isTitle(_ row: SheetRow) -> Bool {
    row.number <= skippedRows
  }

  func isComment(_ row: SheetRow) -> Bool {
    guard !comment.isEmpty, !isTitle(row), let first = row.cells.first else { return false }
    return first.column == 0 && row.bytes[..<first.end].starts(with: comment)
  }
}
