/// Writes a stage table: an ordinary CSV whose cells have one width a column.
///
/// Cells stand right-aligned in their column, blanks to the left, LF at the line end, so that a
/// reader finds every cell at a known place. Texts hold no comma, quote or line end; that is
/// for the caller to know, since only numbers and codes go in.
package final class StageTableWriter {
  /// A column: its name in the header and the width of its cells in bytes.
  package struct Column: Sendable {
    package let name: String
    package let width: Int

    package init(_ name: String, width: Int) {
      self.name = name
      self.width = width
    }
  }

  private let file: AtomicFile
  private let widths: [Int]
  private var row: [UInt8] = []
  private var column = 0
  /// The number of rows written.
  package private(set) var count = 0

  package init(path: String, columns: [Column]) throws(RunError) {
    file = try AtomicFile(path: path)
    widths = columns.map(\.width)
    try file.write(columns.map { CSVWriter.quoted($0.name) }.joined(separator: ",") + "\n")
  }

  package func append(_ text: some Sequence<UInt8> & Collection) {
    if column > 0 { row.append(UInt8(ascii: ",")) }
    let padding = widths[column] - text.count
    precondition(padding >= 0, "a cell is wider than its column")
    for _ in 0..<padding { row.append(UInt8(ascii: " ")) }
    row.append(contentsOf: text)
    column += 1
  }

  package func append(_ text: String) {
    append(text.utf8)
  }

  package func append(_ number: Int) {
    append(String(number).utf8)
  }

  package func endRow() throws(RunError) {
    precondition(column == widths.count, "a row has as many cells as the table has columns")
    row.append(UInt8(ascii: "\n"))
    try file.write(row)
    row.removeAll(keepingCapacity: true)
    column = 0
    count += 1
  }

  package func commit() throws(RunError) {
    try file.commit()
  }
}
