extension [TextTable] {
  /// Numbers the first cells of a record, one table a column: 0 for a blank cell, else the number
  /// of its text plus one.
  ///
  /// - Parameters:
  ///   - record: The number of the record, which is noted with the texts that are new.
  ///   - accepts: Asked about each new text.
  /// - Returns: The column of a text that was not accepted, in which case nothing is appended;
  ///   nil where all were.
  package mutating func number(
    _ buffer: RecordBuffer, as record: Int, into cells: inout [Int32],
    accepts: ([UInt8]) -> Bool
  ) -> Int? {
    let start = cells.count
    for column in indices {
      let field = buffer.fields[column]
      if field.isEmpty {
        cells.append(0)
        continue
      }
      let known = unsafe buffer.bytes.withUnsafeBytes { bytes in
        unsafe self[column].count(UnsafeRawBufferPointer(rebasing: bytes[field]))
      }
      if let known {
        cells.append(Int32(known + 1))
        continue
      }
      let text = buffer.field(column)
      guard accepts(text) else {
        for (column, number) in cells[start...].enumerated() where number > 0 {
          self[column].add(-1, to: Int(number) - 1)
        }
        cells.removeSubrange(start...)
        return column
      }
      let number = self[column].insert(text, firstRecord: record)
      self[column].add(1, to: number)
      cells.append(Int32(number + 1))
    }
    return nil
  }
}

extension TextTable {
  /// Adds the texts and counts of a table of later records, in its order.
  ///
  /// - Parameters:
  ///   - records: The number of records before those of the other table.
  ///   - most: How many texts this table may have.
  ///   - longest: The longest text that it takes, in bytes.
  /// - Returns: For 0, a blank cell, 0, and for the number of each text plus one the number that
  ///   it has here plus one; -1 for a text without number.
  package mutating func adopt(
    _ other: TextTable, after records: Int, most: Int, longest: Int
  ) -> [Int32] {
    var numbers: [Int32] = [0]
    numbers.reserveCapacity(other.count + 1)
    for text in 0..<other.count {
      guard other.length(of: text) <= longest else {
        numbers.append(-1)
        continue
      }
      var number = number(of: text, in: other)
      if number == nil && count < most {
        number = insert(other.text(text), firstRecord: records + other.firstRecord(of: text))
      }
      if let number { add(other.cells(of: text), to: number) }
      numbers.append(Int32(number.map { $0 + 1 } ?? -1))
    }
    return numbers
  }
}
