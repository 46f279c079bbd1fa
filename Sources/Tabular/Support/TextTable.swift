import Glibc

/// The distinct texts of one column, numbered in the order they are met.
///
/// Open addressing over one run of bytes: a cell costs one hash and one comparison, and no
/// allocation unless its text is new.
package struct TextTable: Sendable {
  package private(set) var counts: [Int] = []
  package private(set) var firstRecords: [Int] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The hash of each text, so that unequal texts are rarely compared and never hashed again.
  private var hashes: [UInt64] = []
  /// Text numbers plus one; 0 is free. The size is a power of two.
  private var slots = [Int32](repeating: 0, count: 64)

  package init() {}

  package var count: Int { ends.count }

  package func text(_ number: Int) -> [UInt8] {
    Array(bytes[range(number)])
  }

  /// The number of a text that is in the table.
  package func number(of record: RecordBuffer, field: Int) -> Int? {
    let range = record.range(of: field)
    return unsafe record.bytes.withUnsafeBufferPointer { buffer in
      let cell = unsafe UnsafeBufferPointer(rebasing: buffer[range])
      let slot = slots[unsafe find(cell, Self.hash(cell))]
      return slot == 0 ? nil : Int(slot) - 1
    }
  }

  /// Adds a text that is not in the table yet and returns its number.
  package mutating func insert(_ cell: [UInt8], firstRecord: Int) -> Int {
    if (count + 1) * 2 > slots.count { grow() }
    let (slot, hash) = unsafe cell.withUnsafeBufferPointer { cell in
      let hash = unsafe Self.hash(cell)
      return (unsafe find(cell, hash), hash)
    }
    slots[slot] = Int32(count + 1)
    bytes.append(contentsOf: cell)
    ends.append(bytes.count)
    hashes.append(hash)
    counts.append(0)
    firstRecords.append(firstRecord)
    return count - 1
  }

  package mutating func add(_ difference: Int, to number: Int) {
    counts[number] += difference
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// The slot where the text stands, or the free one where it belongs.
  private func find(_ cell: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, unsafe isEqual(number, cell) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ number: Int, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == cell.count else { return false }
    return unsafe bytes.withUnsafeBufferPointer { all in
      guard let start = all.baseAddress, let other = cell.baseAddress else {
        return true
      }
      return unsafe memcmp(start + range.lowerBound, other, range.count) == 0
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number + 1)
    }
  }

  /// Eight bytes a step, mixed by a multiplication; the same on every run.
  private static func hash(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(cell)
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = UInt64(truncatingIfNeeded: raw.count) &* factor
    var offset = 0
    while offset + 8 <= raw.count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = (hash ^ word) &* factor
      hash ^= hash >> 32
      offset += 8
    }
    var last: UInt64 = 0
    while offset < raw.count {
      last = unsafe last << 8 | UInt64(raw[offset])
      offset += 1
    }
    hash = (hash ^ last) &* factor
    return hash ^ (hash >> 32)
  }
}
