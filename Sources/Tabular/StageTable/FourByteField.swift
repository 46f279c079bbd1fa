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
}
