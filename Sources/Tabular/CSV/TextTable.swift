import Glibc

/// The distinct texts of one column, numbered from 0 in the order they are met.
///
/// Open addressing over one run of bytes: a cell costs one hash and one comparison, and no
/// allocation unless its text is new.
package struct TextTable: Sendable {
  private struct Entry {
    /// So that unequal texts are rarely compared and never hashed again.
    let hash: UInt64
    let bytes: Range<Int>
    let firstRecord: Int
    var count: Int
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// Text numbers plus one; 0 is free. The size is a power of two.
  private var slots = [Int32](repeating: 0, count: 64)

  package init() {}

  package var count: Int { entries.count }

  package func text(_ number: Int) -> [UInt8] {
    Array(bytes[entries[number].bytes])
  }

  package func length(of number: Int) -> Int {
    entries[number].bytes.count
  }

  /// How many cells have the text.
  package func cells(of number: Int) -> Int {
    entries[number].count
  }

  package func firstRecord(of number: Int) -> Int {
    entries[number].firstRecord
  }

  /// Counts a cell whose text is in the table, and returns the text's number; nil where it is not.
  ///
  /// Mutating, so that a table in an array is used where it stands.
  mutating func count(_ cell: UnsafeRawBufferPointer) -> Int? {
    guard let number = unsafe number(of: cell, Self.hash(cell)) else { return nil }
    entries[number].count += 1
    return number
  }

  /// The number that a text of another table has in this one.
  package func number(of other: Int, in table: TextTable) -> Int? {
    let entry = table.entries[other]
    return unsafe table.bytes.withUnsafeBytes { bytes in
      unsafe number(of: UnsafeRawBufferPointer(rebasing: bytes[entry.bytes]), entry.hash)
    }
  }

  /// Adds a text that is not in the table yet and returns its number.
  package mutating func insert(_ cell: [UInt8], firstRecord: Int) -> Int {
    if (count + 1) * 2 > slots.count { grow() }
    let hash = unsafe cell.withUnsafeBytes { unsafe Self.hash($0) }
    let slot = unsafe cell.withUnsafeBytes { unsafe find($0, hash) }
    slots[slot] = Int32(count + 1)
    let start = bytes.count
    bytes.append(contentsOf: cell)
    entries.append(
      Entry(hash: hash, bytes: start..<bytes.count, firstRecord: firstRecord, count: 0))
    return count - 1
  }

  /// The number of a text, which is added while there are fewer than `limit`; nil beyond.
  package mutating func number(adding cell: ArraySlice<UInt8>, limit: Int) -> Int? {
    let known = unsafe cell.withUnsafeBytes { unsafe number(of: $0, Self.hash($0)) }
    if let known { return known }
    return count < limit ? insert(Array(cell), firstRecord: 0) : nil
  }

  package mutating func add(_ difference: Int, to number: Int) {
    entries[number].count += difference
  }

  private func number(of cell: UnsafeRawBufferPointer, _ hash: UInt64) -> Int? {
    let slot = slots[unsafe find(cell, hash)]
    return slot == 0 ? nil : Int(slot) - 1
  }

  /// The slot where the text stands, or the free one where it belongs.
  private func find(_ cell: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, unsafe isEqual(entry.bytes, cell) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ range: Range<Int>, _ cell: UnsafeRawBufferPointer) -> Bool {
    guard range.count == cell.count else { return false }
    return unsafe bytes.withUnsafeBytes { all in
      guard let start = all.baseAddress, let other = cell.baseAddress else { return true }
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

  /// Eight bytes a step, mixed by a multiplication; the same on every run.
  private static func hash(_ cell: UnsafeRawBufferPointer) -> UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(truncatingIfNeeded: cell.count) &* factor
    var offset = 0
    while offset + 8 < cell.count {
      let word = unsafe cell.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash ^ word) &* factor
      hash ^= hash >> 32
      offset += 8
    }
    hash = unsafe (hash ^ lastWord(of: cell)) &* factor
    return hash ^ (hash >> 32)
  }

  /// The last eight bytes, or all of a shorter text; some of them twice where that is quicker.
  private static func lastWord(of cell: UnsafeRawBufferPointer) -> UInt64 {
    let count = cell.count
    if count >= 8 {
      return unsafe cell.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }
    if count >= 4 {
      let first = unsafe cell.loadUnaligned(as: UInt32.self)
      let last = unsafe cell.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) | UInt64(last) << 32
    }
    guard count > 0 else { return 0 }
    return unsafe UInt64(cell[0]) | UInt64(cell[count / 2]) << 8 | UInt64(cell[count - 1]) << 16
  }
}
