package import Basics

/// Reads a stage table row by row; what `StageTableWriter` wrote costs next to nothing to read.
///
/// The widths follow from the first row under the header. A row is taken at its known columns
/// when every separator and the line end stand where they should and no quote is in it; from the
/// first row that fails this check on, the file (re-saved by a spreadsheet, say) is read through
/// libcsv and its fields are trimmed, with the same result.
package final class StageTableReader {
  package let path: String
  package let columns: [String]
  /// The physical line of the current row, from 1.
  package private(set) var line: Int

  private let file: InputFile
  private var block: [UInt8] = []
  private var blockOffset = 0
  private var rowStart = 0
  private var rowLength = 0
  private var isAtEnd = false
  /// Where each field begins and ends, from the start of the row.
  private var fields: [Range<Int>] = []
  /// Where the fields from a column on stand in a `StageRow`.
  private var fieldRanges: (first: Int, fields: [Range<Int>]) = (-1, [])
  private var slow: CSVReader?
  /// The line that `slow` began on.
  private var slowStart = 0
  private static let blockSize = 1 << 18

  /// - Throws: `dataRejected` where the file has no header.
  package init(path: String) throws(RunError) {
    self.path = path
    let header = try CSVReader(path: path)
    guard try header.next(), header.damage == nil else {
      throw RunError.damaged(
        path, line: 1, id: .source(.noHeader), "the file has no header row; expected a stage table")
    }
    columns = (0..<header.record.fieldCount).map { header.record.text($0) ?? "" }
    file = try InputFile(path: path)
    blockOffset = header.position.offset + header.position.length
    file.seek(to: blockOffset)
    line = header.nextLine - 1
    while try fill() {}
    measureFirstRow()
  }

  /// The position of a column by its name.
  package func position(of column: String) throws(RunError) -> Int {
    guard let position = columns.firstIndex(of: column) else {
      throw RunError.damaged(
        path, line: 1, id: .csv(.missingColumn), "the stage table has no column '\(column)'")
    }
    return position
  }

  /// Moves to the next row; false at the end.
  package func next() throws(RunError) -> Bool {
    if let slow { return try nextSlow(slow) }
    line += 1
    rowStart += rowLength
    if rowStart + rowLength > block.count { while try fill() {} }
    if rowStart >= block.count { return false }
    if isRowAligned { return true }
    let slow = try CSVReader(path: path, from: blockOffset + rowStart)
    slowStart = line
    self.slow = slow
    return try nextSlow(slow)
  }

  /// The last byte of a field: the whole of a one-letter code.
  package func code(_ column: Int) -> UInt8 {
    block[rowStart + fields[column].upperBound - 1]
  }

  /// The bytes of a field without the blanks to its left.
  package func bytes(_ column: Int) -> ArraySlice<UInt8> {
    let field = block[
      (rowStart + fields[column].lowerBound)..<(rowStart + fields[column].upperBound)]
    return field.drop { $0 == UInt8(ascii: " ") }
  }

  /// The fields from a column on.
  package func row(from first: Int) -> StageRow {
    guard let start = fields[first...].first?.lowerBound, let end = fields.last?.upperBound else {
      return StageRow(bytes: [], ranges: [])
    }
    if slow != nil || fieldRanges.first != first {
      fieldRanges = (
        first, fields[first...].map { ($0.lowerBound - start)..<($0.upperBound - start) }
      )
    }
    return StageRow(
      bytes: Array(block[(rowStart + start)..<(rowStart + end)]), ranges: fieldRanges.fields)
  }

  /// Gives the bytes of the current row, and where each field stands in them.
  ///
  /// For loops over fields: the row is neither copied nor asked for field by field.
  package func withFields(_ body: (Span<UInt8>, [Range<Int>]) -> Void) {
    let row = rowStart..<(rowStart + (fields.last?.upperBound ?? 0))
    let bytes = block
    body(bytes.span.extracting(row), fields)
  }

  /// The same of a column of a layout.
  package func bytes(_ column: some StageColumn) -> ArraySlice<UInt8> { bytes(column.rawValue) }

  package func integer(_ column: some StageColumn) throws(RunError) -> Int {
    try integer(column.rawValue)
  }

  package func text(_ column: Int) -> String {
    String(validating: bytes(column), as: UTF8.self) ?? ""
  }

  /// The number in a field.
  ///
  /// - Throws: `dataRejected` where the field holds anything else.
  package func integer(_ column: Int) throws(RunError) -> Int {
    guard let number = digits(column) else {
      throw damaged(column, expected: "a whole number")
    }
    return number
  }

  /// The error about a field that is not what it must be.
  package func damaged(_ column: Int, expected: String) -> RunError {
    RunError.damaged(
      path, line: line, id: .stage(.damagedField),
      "column '\(columns[column])' has '\(text(column))'; expected \(expected)")
  }

  /// The numbers in the fields from a column on, read by one call rather than many; marks stand for
  /// 0 and for -1.
  ///
  /// - Throws: `dataRejected` where a field holds anything else.
  package func integers(
    from first: Int, marks: StageTableWriter.Marks, into numbers: inout [Int32]
  ) throws(RunError) {
    if takeFourByteIntegers(from: first, marks: marks, into: &numbers) { return }
    numbers.removeAll(keepingCapacity: true)
    let bytes = block
    for column in first..<fields.count {
      let end = rowStart + fields[column].upperBound
      var index = rowStart + fields[column].lowerBound
      while index < end - 1, bytes[index] == UInt8(ascii: " ") { index += 1 }
      if index == end - 1 && (bytes[index] == marks.zero || bytes[index] == marks.negative) {
        numbers.append(bytes[index] == marks.zero ? 0 : -1)
        continue
      }
      var number: Int32 = 0
      while index < end {
        let digit = bytes[index] &- UInt8(ascii: "0")
        guard digit < 10, number < 100_000_000 else {
          number = try Int32(clamping: integer(column))
          break
        }
        number = number * 10 + Int32(digit)
        index += 1
      }
      numbers.append(number)
    }
  }

  /// Reads the numbers where each field is four bytes wide and as it was written.
  private func takeFourByteIntegers(
    from first: Int, marks: StageTableWriter.Marks, into numbers: inout [Int32]
  ) -> Bool {
    numbers.removeAll(keepingCapacity: true)
    if slow != nil { return false }
    return unsafe block.withUnsafeBytes { bytes in
      for field in fields[first...] {
        guard field.count == FourByteField.width else { return false }
        let word = unsafe bytes.loadUnaligned(
          fromByteOffset: rowStart + field.lowerBound, as: UInt32.self)
        guard let number = FourByteField.number(UInt32(littleEndian: word), marks) else {
          return false
        }
        numbers.append(number)
      }
      return true
    }
  }

  /// The value of a field of digits, read in place.
  private func digits(_ column: Int) -> Int? {
    let field = fields[column]
    var position = rowStart + field.lowerBound
    let end = rowStart + field.upperBound
    while position < end, block[position] == UInt8(ascii: " ") { position += 1 }
    guard position < end, end - position <= 18 else { return nil }
    var number = 0
    while position < end {
      let digit = block[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
      position += 1
    }
    return number
  }

  /// Finds the fields of the first row; without a plain one every row goes through libcsv.
  private func measureFirstRow() {
    guard let end = block[rowStart...].firstIndex(of: UInt8(ascii: "\n")) else { return }
    var start = rowStart
    for index in rowStart...end
    where block[index] == UInt8(ascii: ",") || index == end {
      fields.append((start - rowStart)..<(index - rowStart))
      start = index + 1
    }
    rowLength = end + 1 - rowStart
    if fields.count != columns.count || fields.contains(where: \.isEmpty) {
      fields = []
      rowLength = 0
    }
    rowStart -= rowLength
  }

  private var isRowAligned: Bool {
    guard !fields.isEmpty, rowStart + rowLength <= block.count else { return false }
    return unsafe block.withUnsafeBytes { bytes in
      let row = unsafe UnsafeRawBufferPointer(rebasing: bytes[rowStart..<(rowStart + rowLength)])
      for field in fields.dropLast() where unsafe row[field.upperBound] != UInt8(ascii: ",") {
        return false
      }
      // Fields are right-aligned: one with blanks to its right was saved by somebody else.
      for field in fields where unsafe row[field.upperBound - 1] == UInt8(ascii: " ") {
        return false
      }
      guard unsafe row[row.count - 1] == UInt8(ascii: "\n") else { return false }
      return unsafe row.count(of: UInt8(ascii: ",")) == fields.count - 1
        && row.count(of: 0x0A) == 1 && row.count(of: 0x0D) == 0
        && row.count(of: UInt8(ascii: "\"")) == 0
    }
  }

  private func nextSlow(_ reader: CSVReader) throws(RunError) -> Bool {
    guard try reader.next() else { return false }
    line = slowStart + reader.position.line - 1
    guard reader.damage == nil, reader.record.fieldCount == columns.count else {
      throw RunError.damaged(
        path, line: line, id: .csv(.fieldCount),
        "this row has \(reader.record.fieldCount) fields, but the header has \(columns.count)")
    }
    block.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    rowStart = 0
    for index in 0..<reader.record.fieldCount {
      var field = reader.record.field(index)[...]
      while field.last == UInt8(ascii: " ") { field.removeLast() }
      let start = block.count
      block.append(contentsOf: field.drop { $0 == UInt8(ascii: " ") })
      if block.count == start { block.append(UInt8(ascii: " ")) }
      fields.append(start..<block.count)
    }
    return true
  }

  /// Reads on until a whole row is in the block; false once one is, or at the end.
  private func fill() throws(RunError) -> Bool {
    if isAtEnd { return false }
    block.removeFirst(rowStart)
    blockOffset += rowStart
    rowStart = 0
    isAtEnd = try file.read(into: &block, upTo: Self.blockSize) == 0
    return block.count < max(rowLength, 1)
  }
}
