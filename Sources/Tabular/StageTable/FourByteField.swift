/// A field that is four bytes wide and stands in many rows, so that it is put together once.
package struct FourByteField: Sendable {
  static let width = 4

  /// The bytes in the order of memory.
  let word: UInt32

  /// - Parameter number: Below 10,000; a mark stands for 0, and one for a negative number.
  package init(_ number: Int32, marks: StageTableWriter.Marks) {
    precondition(number < 10_000, "a field is wider than its column")
    var bytes = SIMD4<UInt8>(repeating: UInt8(ascii: " "))
    var (rest, index) = (max(number, 0), Self.width)
    while rest > 0 {
      index -= 1
      bytes[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
    if number <= 0 { bytes[Self.width - 1] = number == 0 ? marks.zero : marks.negative }
    word = unsafe unsafeBitCast(bytes, to: UInt32.self)
  }

  /// The number that a field holds, its four digits worked out together: 0 and -1 for the marks; nil for what
  /// is no number, or has blanks elsewhere than to its left.
  ///
  /// - Parameter word: The bytes of the field, the first of them lowest.
  package static func number(_ word: UInt32, _ marks: StageTableWriter.Marks) -> Int32? {
    // Of blanks and digits alone the fifth bit tells which it is.
    let blanks = (~word >> 4) & 0x0101_0101
    let digits = word | 0x1010_1010
    let beyondNine = ((digits & 0x0F0F_0F0F) + 0x7676_7676) & 0x8080_8080
    let isPlain =
      digits & 0xF0F0_F0F0 == 0x3030_3030 && beyondNine == 0 && word & (blanks * 0x0F) == 0
    guard isPlain, blanks & ~(blanks << 8 | 1) == 0, blanks >> 24 == 0 else {
      guard word & 0x00FF_FFFF == 0x0020_2020 else { return nil }
      let mark = UInt8(truncatingIfNeeded: word >> 24)
      return mark == marks.zero ? 0 : mark == marks.negative ? -1 : nil
    }
    let pairs = (digits & 0x0F0F_0F0F) &* 10 &+ ((digits & 0x0F0F_0F0F) >> 8)
    return Int32((pairs & 0xFF) &* 100 &+ (pairs >> 16 & 0xFF))
  }
}
