/// Distinct texts, numbered from 0 in the order they are met, each in some twenty bytes besides its own: there
/// may be millions, such as what respondents are known by.
///
/// Texts are equal where their bytes are. Open addressing over one run of bytes.
package struct TextNumbers: Sendable {
  private var bytes: [UInt8] = []
  private var ends = TextEnds()
  /// Text numbers plus one; 0 is free. The size is a power of two.
  private var slots = [UInt32](repeating: 0, count: 64)

  package init() {}

  package var count: Int { ends.count }

  package func bytes(of number: Int) -> ArraySlice<UInt8> {
    bytes[ends.range(of: number)]
  }

  package func text(of number: Int) -> String {
    String(decoding: bytes(of: number), as: UTF8.self)
  }

  /// The number of a text; nil for one that is not met yet.
  package func number(of text: [UInt8]) -> Int? {
    let known = slots[slot(of: text)]
    return known == 0 ? nil : Int(known) - 1
  }

  /// The number of a text, which is a new one where it is not met yet.
  package mutating func number(adding text: [UInt8]) -> Int {
    let slot = slot(of: text)
    if slots[slot] > 0 { return Int(slots[slot]) - 1 }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    slots[slot] = UInt32(count)
    // Half full at most: where it is fuller, each search looks at many.
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// Where the text stands, or the free slot where it belongs.
  private func slot(of text: [UInt8]) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(text[...]) & mask
    while slots[slot] > 0, !isEqual(Int(slots[slot]) - 1, text) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ number: Int, _ text: [UInt8]) -> Bool {
    let range = ends.range(of: number)
    guard range.count == text.count else { return false }
    for index in text.indices where bytes[range.lowerBound + index] != text[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for number in 0..<count {
      var slot = Self.hash(bytes(of: number)) & mask
      while slots[slot] > 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(number + 1)
    }
  }

  /// FNV-1a of 64 bits, folded, since low bits alone tell numbers that count up apart badly.
  private static func hash(_ text: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 20)
  }
}
