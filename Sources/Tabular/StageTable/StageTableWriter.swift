package import Basics

/// Writes a stage table: an ordinary CSV whose fields have one width a column.
///
/// Fields stand right-aligned in their column, blanks to the left, LF at the line end, so that a
/// reader finds every field at a known position. Texts hold no comma, quote or line end; that is
/// for the caller to know, since only numbers and codes go in.
package final class StageTableWriter {
  /// A column: its name in the header and the width of its fields in bytes.
  package struct Column: Sendable {
    package let name: String
    package let width: Int

    package init(_ name: String, width: Int) {
      self.name = name
      self.width = width
    }
  }

  /// What stands in a field for a number that is none.
  package struct Marks: Sendable {
    package let zero: UInt8
    package let negative: UInt8

    package init(zero: UInt8, negative: UInt8) {
      self.zero = zero
      self.negative = negative
    }
  }

  private let file: AtomicFile
  private var row: StageTableRow
  /// The number of rows written.
  package private(set) var count = 0

  package init(path: String, columns: [Column]) throws(RunError) {
    file = try AtomicFile(path: path)
    row = StageTableRow(widths: columns.map(\.width))
    try file.write(columns.map { CSVWriter.quoted($0.name) }.joined(separator: ",") + "\n")
  }

  package func append(_ field: [UInt8]) {
    row.append(field[...])
  }

  package func append(_ field: ArraySlice<UInt8>) {
    row.append(field)
  }

  /// Appends a field of one byte, such as a mark.
  package func append(mark: UInt8) {
    row.append(mark: mark)
  }

  package func append(_ text: String) {
    row.append(Array(text.utf8)[...])
  }

  /// Appends a number, which is not negative.
  package func append(_ number: Int) {
    row.append(number)
  }

  /// Appends one of some fields for each index, in columns of their width.
  package func append(_ indices: ArraySlice<Int32>, of fields: [FourByteField]) {
    row.append(indices, of: fields)
  }

  /// Appends all fields of a row.
  package func append(_ fields: StageRow) {
    row.append(fields)
  }

  /// Appends the fields of the last columns, as they stand in a row: each as wide as its column.
  package func append(rest fields: ArraySlice<UInt8>) {
    row.append(rest: fields)
  }

  package func endRow() throws(RunError) {
    try file.write(row.end())
    count += 1
  }

  package func commit() throws(RunError) {
    try file.commit()
  }
}

/// A row of a stage table that is being written.
private struct StageTableRow {
  private var bytes: [UInt8]
  private let blank: [UInt8]
  private let widths: [Int]
  /// Where each field ends.
  private let ends: [Int]
  private var column = 0
  /// Where fields of another table stand that stand alike here, from which column on.
  private var aligned: (column: Int, ranges: [Range<Int>])?

  init(widths: [Int]) {
    self.widths = widths
    var ends: [Int] = []
    var bytes: [UInt8] = []
    for width in widths {
      bytes += [UInt8](repeating: UInt8(ascii: " "), count: width)
      ends.append(bytes.count)
      bytes.append(UInt8(ascii: ","))
    }
    bytes[bytes.count - 1] = UInt8(ascii: "\n")
    self.ends = ends
    self.bytes = bytes
    blank = bytes
  }

  mutating func append(_ field: ArraySlice<UInt8>) {
    precondition(field.count <= widths[column], "a field is wider than its column")
    bytes.replaceSubrange((ends[column] - field.count)..<ends[column], with: field)
    column += 1
  }

  mutating func append(mark: UInt8) {
    bytes[ends[column] - 1] = mark
    column += 1
  }

  mutating func append(_ number: Int) {
    let end = ends[column]
    let start = end - widths[column]
    var index = end
    var rest = UInt(number)
    repeat {
      precondition(index > start, "a field is wider than its column")
      index -= 1
      bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    column += 1
  }

  mutating func append(_ indices: ArraySlice<Int32>, of fields: [FourByteField]) {
    let columns = column..<(column + indices.count)
    precondition(
      widths[columns].allSatisfy { $0 == FourByteField.width }, "a field is as wide as its column")
    var start = ends[column] - FourByteField.width
    unsafe bytes.withUnsafeMutableBytes { bytes in
      for index in indices {
        unsafe bytes.storeBytes(
          of: fields[Int(index)].word, toByteOffset: start, as: UInt32.self)
        start += FourByteField.width + 1
      }
    }
    column = columns.upperBound
  }

  mutating func append(_ fields: StageRow) {
    let start = ends[column] - widths[column]
    // Rows of one table share their ranges, which are then equal at a glance.
    if aligned?.column != column || aligned?.ranges != fields.ranges {
      let isAligned = fields.ranges.enumerated().allSatisfy { field, range in
        range.upperBound + start == ends[column + field] && range.count == widths[column + field]
      }
      aligned = isAligned ? (column, fields.ranges) : nil
    }
    guard aligned != nil else {
      for field in 0..<fields.count { append(fields[field]) }
      return
    }
    bytes.replaceSubrange(start..<(start + fields.bytes.count), with: fields.bytes)
    column += fields.count
  }

  mutating func append(rest fields: ArraySlice<UInt8>) {
    let start = ends[column] - widths[column]
    precondition(start + fields.count == bytes.count - 1, "fields are as wide as their columns")
    bytes.replaceSubrange(start..<(start + fields.count), with: fields)
    column = widths.count
  }

  /// Gives the finished row and begins the next one.
  mutating func end() -> [UInt8] {
    precondition(column == widths.count, "a row has as many fields as the table has columns")
    defer {
      bytes = blank
      column = 0
    }
    return bytes
  }
}
