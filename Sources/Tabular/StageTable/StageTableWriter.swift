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

  package func append(_ cell: [UInt8]) {
    begin(cell.count)
    row.append(contentsOf: cell)
  }

  /// Appends a cell of one byte, such as a mark.
  package func append(mark: UInt8) {
    begin(1)
    row.append(mark)
  }

  package func append(_ text: String) {
    begin(text.utf8.count)
    row.append(contentsOf: text.utf8)
  }

  /// Appends a number, which is not negative.
  package func append(_ number: Int) {
    var length = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    begin(length)
    let start = row.count
    for _ in 0..<length { row.append(0) }
    rest = number
    for position in (start..<row.count).reversed() {
      row[position] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }

  /// Starts a cell of so many bytes: the comma before it and the blanks to its left.
  private func begin(_ length: Int) {
    if column > 0 { row.append(UInt8(ascii: ",")) }
    let padding = widths[column] - length
    precondition(padding >= 0, "a cell is wider than its column")
    for _ in 0..<padding { row.append(UInt8(ascii: " ")) }
    column += 1
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
