/// Distinct texts, numbered from 0 in the order they are met, each in some fifteen bytes besides its own: there
/// may be millions, such as what respondents are known by.
///
/// Texts are equal where their bytes are. Open addressing over one run of bytes; before a text is compared, a
/// byte of its hash is.
package struct TextNumbers: Sendable {
  private var bytes: [UInt8] = []
  private var ends = TextEnds()
  /// The numbers of the texts, by slot; how many slots there are is a power of two.
  private var slots = [UInt32](repeating: 0, count: 64)
  /// A byte of the hash of the text in each slot, which is never 0; 0 is free.
  private var tags = [UInt8](repeating: 0, count: 64)

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
    let slot = slot(of: text, Self.hash(text[...]))
    return tags[slot] == 0 ? nil : Int(slots[slot])
  }

  /// The number of a text, which is a new one where it is not met yet.
  package mutating func number(adding text: [UInt8]) -> Int {
    let hash = Self.hash(text[...])
    let slot = slot(of: text, hash)
    if tags[slot] != 0 { return Int(slots[slot]) }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    slots[slot] = UInt32(count - 1)
    tags[slot] = Self.tag(hash)
    // Three quarters full at most: where it is fuller, each search looks at many.
    if count * 4 > slots.count * 3 { grow() }
    return count - 1
  }

  /// Where the text stands, or the free slot where it belongs.
  private func slot(of text: [UInt8], _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    let tag = Self.tag(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while tags[slot] != 0 {
      if tags[slot] == tag, isEqual(Int(slots[slot]), text) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ number: Int, _ text: [UInt8]) -> Bool {
    let range = ends.range(of: number)
    guard range.count == text.count else { return false }
    for index in text.indices where bytes[range.lowerBound + index] != text[index] { return false }
    return true
  }

  private mutating func grow() {
    let count = slots.count * 2
    (slots, tags) = ([], [])
    slots = [UInt32](repeating: 0, count: count)
    tags = [UInt8](repeating: 0, count: count)
    for number in 0..<self.count {
      let hash = Self.hash(bytes(of: number))
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while tags[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = UInt32(number)
      tags[slot] = Self.tag(hash)
    }
  }

  /// Of the bits that do not say the slot.
  private static func tag(_ hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash >> 56) | 1 }

  /// FNV-1a of 64 bits, folded, since low bits alone tell numbers that count up apart badly.
  private static func hash(_ text: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 32
  }
}
