/// The fields of one row of a stage table from some column on, as they stood there: one run of
/// bytes, so that many rows can be held.
package struct StageRow: Sendable {
  fileprivate(set) var bytes: [UInt8]
  /// Where each field stands in `bytes`; rows of one table share it.
  fileprivate(set) var ranges: [Range<Int>]

  init(bytes: [UInt8], ranges: [Range<Int>]) {
    self.bytes = bytes
    self.ranges = ranges
  }

  /// The fields one after the other.
  package init(fields: some Sequence<[UInt8]>) {
    (bytes, ranges) = ([], [])
    for field in fields {
      ranges.append(bytes.count..<(bytes.count + field.count))
      bytes += field
    }
  }

  /// Some fields, each in its column of so many; the others are empty.
  package init(_ fields: [Int: [UInt8]], of count: Int) {
    bytes = []
    ranges = Array(repeating: 0..<0, count: count)
    for (column, field) in fields {
      ranges[column] = bytes.count..<(bytes.count + field.count)
      bytes += field
    }
  }

  package var count: Int { ranges.count }

  /// The last byte of a field, nil where it is empty: the whole of a one-letter code.
  package func code(_ field: Int) -> UInt8? {
    let range = ranges[field]
    guard !range.isEmpty, bytes[range.upperBound - 1] != UInt8(ascii: " ") else { return nil }
    return bytes[range.upperBound - 1]
  }

  /// Where the bytes of a field stand without the blanks to its left, for those who look at `byte(at:)` alone:
  /// a slice is counted as another owner.
  package func range(of field: Int) -> Range<Int> {
    var range = ranges[field]
    while let first = range.first, bytes[first] == UInt8(ascii: " ") {
      range = first + 1..<range.upperBound
    }
    return range
  }

  package func byte(at index: Int) -> UInt8 { bytes[index] }

  /// The bytes of a field without the blanks to its left.
  package subscript(_ field: Int) -> ArraySlice<UInt8> {
    bytes[ranges[field]].drop { $0 == UInt8(ascii: " ") }
  }

  /// A digest of the fields: the same where the fields are, hardly ever where they differ. The
  /// blanks to the left of a field, which are of the file and not of the field, do not count.
  ///
  /// Eight bytes a step, mixed by a multiplication.
  package var digest: UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    var (digest, word, count): (UInt64, UInt64, UInt64) = (0, 0, 0)
    for byte in bytes where byte != UInt8(ascii: " ") {
      word = word << 8 | UInt64(byte)
      count &+= 1
      guard count & 7 == 0 else { continue }
      digest = (digest ^ word) &* factor
      digest ^= digest >> 32
    }
    digest = (digest ^ word ^ count << 56) &* factor
    return digest ^ digest >> 32
  }

  /// Puts a mark into a field.
  package mutating func replace(_ field: Int, with mark: UInt8) {
    let range = ranges[field]
    guard !range.isEmpty else { return replace(field, with: [mark]) }
    for blank in range { bytes[blank] = UInt8(ascii: " ") }
    bytes[range.upperBound - 1] = mark
  }

  package mutating func replace(_ field: Int, with new: [UInt8]) {
    let range = ranges[field]
    let missing = new.count - range.count
    if missing <= 0 {
      bytes.replaceSubrange(
        range, with: [UInt8](repeating: UInt8(ascii: " "), count: -missing) + new)
      return
    }
    bytes.replaceSubrange(range, with: new)
    ranges[field] = range.lowerBound..<(range.upperBound + missing)
    for later in (field + 1)..<ranges.count {
      ranges[later] = (ranges[later].lowerBound + missing)..<(ranges[later].upperBound + missing)
    }
  }
}

extension StageRow: Equatable {
  package static func == (left: StageRow, right: StageRow) -> Bool {
    left.count == right.count && (0..<left.count).allSatisfy { left[$0] == right[$0] }
  }
}
