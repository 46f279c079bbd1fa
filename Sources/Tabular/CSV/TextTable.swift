import Glibc

/// The distinct texts of some columns, numbered from 0 in the order they are met; the same text in
/// two columns is two.
///
/// Open addressing over one run of bytes: a field costs one hash and one comparison, and no
/// allocation unless its text is new. One table for all columns, since most of many small ones would
/// have left the processor's cache by the next record.
package struct TextTable: Sendable {
  private struct Entry {
    /// So that unequal texts are rarely compared and never hashed again.
    let hash: UInt64
    let bytes: Range<Int>
    let column: Int32
    /// Which of its column's texts it is, from 0.
    let numberInColumn: Int32
    let firstRecord: Int
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// Text numbers plus one; 0 is free. The size is a power of two.
  private var slots = [Int32](repeating: 0, count: 64)
  /// How many fields have each text.
  private var fields: [Int] = []
  /// How many texts each column has.
  private var texts: [Int]

  package init(columns: Int = 1) {
    texts = Array(repeating: 0, count: columns)
  }

  package var columns: Int { texts.count }

  package var count: Int { entries.count }

  /// How many texts a column has.
  package func count(in column: Int) -> Int { texts[column] }

  /// The numbers of each column's texts, in the order they were met.
  package var byColumn: [[Int]] {
    var numbers = texts.map { _ in [Int]() }
    for (number, entry) in entries.enumerated() { numbers[Int(entry.column)].append(number) }
    return numbers
  }

  package func text(_ number: Int) -> [UInt8] {
    Array(bytes(of: number))
  }

  package func bytes(of number: Int) -> ArraySlice<UInt8> {
    bytes[entries[number].bytes]
  }

  package func column(of number: Int) -> Int {
    Int(entries[number].column)
  }

  /// How many fields have the text.
  package func fields(of number: Int) -> Int {
    fields[number]
  }

  package func firstRecord(of number: Int) -> Int {
    entries[number].firstRecord
  }

  /// Numbers the first fields of a record, one a column: 0 for a blank field, else the number of its
  /// text plus one.
  ///
  /// - Parameters:
  ///   - number: The number of the record, which is noted with the texts that are new.
  ///   - accepts: Asked about each new text.
  /// - Returns: The column of a text that was not accepted, in which case nothing is appended or
  ///   counted; nil where all were.
  package mutating func number(
    _ record: RecordBuffer, as number: Int, into numbers: inout [Int32],
    accepts: ([UInt8]) -> Bool
  ) -> Int? {
    let start = numbers.count
    numbers.append(contentsOf: repeatElement(0, count: columns))
    let hasNew = unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      unsafe find(record, into: numbers.extracting(start...))
    }
    for column in 0..<columns where hasNew && numbers[start + column] < 0 {
      let text = record.field(column)
      guard accepts(text) else {
        numbers.removeSubrange(start...)
        return column
      }
      numbers[start + column] = Int32(insert(text, in: column, firstRecord: number) + 1)
    }
    unsafe numbers.withUnsafeBufferPointer { unsafe count($0.extracting(start...)) }
    return nil
  }

  /// Counts the fields of a record by their numbers.
  private mutating func count(_ numbers: UnsafeBufferPointer<Int32>) {
    unsafe fields.withUnsafeMutableBufferPointer { fields in
      for index in numbers.indices {
        let number = unsafe Int(numbers[index])
        if number > 0 { unsafe fields[number - 1] += 1 }
      }
    }
  }

  /// Finds the number of each field's text plus one; 0 where it is blank, and -1 where its text is
  /// not in the table.
  ///
  /// - Returns: Whether any is not.
  private func find(_ record: RecordBuffer, into numbers: UnsafeMutableBufferPointer<Int32>) -> Bool
  {
    var hasNew = false
    unsafe record.bytes.withUnsafeBytes { bytes in
      for column in numbers.indices {
        let field = record.fields[column]
        if field.isEmpty { continue }
        let text = unsafe UnsafeRawBufferPointer(rebasing: bytes[field])
        let slot = slots[unsafe find(text, in: column, Self.hash(text, in: column))]
        unsafe numbers[column] = slot == 0 ? -1 : slot
        hasNew = hasNew || slot == 0
      }
    }
    return hasNew
  }

  /// Adds the texts and counts of a table of later records, in its order.
  ///
  /// - Parameters:
  ///   - records: The number of records before those of the other table.
  ///   - most: How many texts a column may have.
  ///   - longest: The longest text that it takes, in bytes.
  /// - Returns: For 0, a blank field, 0, and for the number of each text plus one the number that
  ///   it has in its column here plus one; -1 for a text without number.
  package mutating func adopt(
    _ other: TextTable, after records: Int, most: Int, longest: Int
  ) -> [Int32] {
    var numbers: [Int32] = [0]
    numbers.reserveCapacity(other.count + 1)
    for (text, entry) in other.entries.enumerated() {
      guard entry.bytes.count <= longest else {
        numbers.append(-1)
        continue
      }
      let column = Int(entry.column)
      var number = number(of: text, in: other)
      if number == nil && texts[column] < most {
        number = insert(
          other.text(text), in: column, firstRecord: records + entry.firstRecord)
      }
      if let number { fields[number] += other.fields[text] }
      numbers.append(number.map { entries[$0].numberInColumn + 1 } ?? -1)
    }
    return numbers
  }

  /// The number of a text of the only column, which is added while there are fewer than `limit`; nil
  /// beyond.
  package mutating func number(adding field: ArraySlice<UInt8>, limit: Int) -> Int? {
    let known = unsafe field.withUnsafeBytes {
      slots[unsafe find($0, in: 0, Self.hash($0, in: 0))]
    }
    if known > 0 { return Int(known) - 1 }
    return count < limit ? insert(Array(field), in: 0, firstRecord: 0) : nil
  }

  /// The number that a text of another table has in this one.
  private func number(of other: Int, in table: TextTable) -> Int? {
    let entry = table.entries[other]
    let slot = unsafe table.bytes.withUnsafeBytes { bytes in
      slots[
        unsafe find(
          UnsafeRawBufferPointer(rebasing: bytes[entry.bytes]), in: Int(entry.column), entry.hash)]
    }
    return slot == 0 ? nil : Int(slot) - 1
  }

  /// Adds a text that is not in the table yet and returns its number.
  private mutating func insert(_ field: [UInt8], in column: Int, firstRecord: Int) -> Int {
    if (count + 1) * 2 > slots.count { grow() }
    let hash = unsafe field.withUnsafeBytes { unsafe Self.hash($0, in: column) }
    let slot = unsafe field.withUnsafeBytes { unsafe find($0, in: column, hash) }
    slots[slot] = Int32(count + 1)
    let start = bytes.count
    bytes.append(contentsOf: field)
    entries.append(
      Entry(
        hash: hash, bytes: start..<bytes.count, column: Int32(column),
        numberInColumn: Int32(texts[column]), firstRecord: firstRecord))
    fields.append(0)
    texts[column] += 1
    return count - 1
  }

  /// The slot where the text stands, or the free one where it belongs.
  private func find(_ field: UnsafeRawBufferPointer, in column: Int, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, entry.column == column, entry.bytes.count == field.count,
        unsafe field.count <= Self.wordSize || isEqual(entry.bytes, field)
      {
        return slot
      }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ range: Range<Int>, _ field: UnsafeRawBufferPointer) -> Bool {
    unsafe bytes.withUnsafeBytes { all in
      guard let start = all.baseAddress, let other = field.baseAddress else { return true }
      return unsafe memcmp(start + range.lowerBound, other, range.count) == 0
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number + 1)
    }
  }

  private static let wordSize = 8

  /// Eight bytes a step, mixed by a multiplication; the same on every run.
  ///
  /// Of two texts of a column that have no more than one word, and as many bytes, it tells the one from the other: a
  /// multiplication by an odd number, and a sum without carry with what was shifted, can be undone.
  private static func hash(_ field: UnsafeRawBufferPointer, in column: Int) -> UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(truncatingIfNeeded: field.count &+ column << 32) &* factor
    var offset = 0
    while offset + wordSize < field.count {
      let word = unsafe field.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash ^ word) &* factor
      hash ^= hash >> 32
      offset += wordSize
    }
    hash = unsafe (hash ^ lastWord(of: field)) &* factor
    return hash ^ (hash >> 32)
  }

  /// The last eight bytes, or all of a shorter text; some of them twice where that is quicker.
  private static func lastWord(of field: UnsafeRawBufferPointer) -> UInt64 {
    let count = field.count
    if count >= 8 {
      return unsafe field.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }
    if count >= 4 {
      let first = unsafe field.loadUnaligned(as: UInt32.self)
      let last = unsafe field.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) | UInt64(last) << 32
    }
    guard count > 0 else { return 0 }
    return unsafe UInt64(field[0]) | UInt64(field[count / 2]) << 8 | UInt64(field[count - 1]) << 16
  }
}
