/// The distinct texts of one column, numbered in the order they are met.
///
/// Open addressing over one run of bytes: a cell costs one hash and one comparison, and no
/// allocation unless its text is new.
struct TextTable {
  private(set) var counts: [Int] = []
  private(set) var firstRecords: [Int] = []
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Text numbers plus one; 0 is free. The size is a power of two.
  private var slots = [Int32](repeating: 0, count: 64)

  var count: Int { ends.count }

  func text(_ number: Int) -> [UInt8] {
    Array(bytes[range(number)])
  }

  /// The number of a text that is in the table.
  func number(of cell: ArraySlice<UInt8>) -> Int? {
    let slot = find(cell)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  /// Adds a text that is not in the table yet and returns its number.
  mutating func insert(_ cell: ArraySlice<UInt8>, record: Int) -> Int {
    if (count + 1) * 2 > slots.count { grow() }
    slots[find(cell)] = Int32(count + 1)
    bytes.append(contentsOf: cell)
    ends.append(bytes.count)
    counts.append(0)
    firstRecords.append(record)
    return count - 1
  }

  mutating func add(_ difference: Int, to number: Int) {
    counts[number] += difference
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  /// The slot where the text stands, or the free one where it belongs.
  private func find(_ cell: ArraySlice<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(cell) & mask
    while slots[slot] != 0 {
      let candidate = range(Int(slots[slot]) - 1)
      if candidate.count == cell.count && bytes[candidate].elementsEqual(cell) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let numbers = slots.filter { $0 != 0 }
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for number in numbers { slots[find(bytes[range(Int(number) - 1)])] = number }
  }

  /// FNV-1a: good enough for short labels, and the same on every run.
  private static func hash(_ cell: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in cell { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
