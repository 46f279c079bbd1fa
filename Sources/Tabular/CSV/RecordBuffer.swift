import Basics
import Glibc

/// The fields of one CSV record: a run of bytes and where each field stands in it, with an ASCII byte or more
/// between two fields.
///
/// Reused from record to record, so that reading a file costs no allocation a field. The bytes may
/// be a whole block of the file, of which the record is a part.
package struct RecordBuffer: Sendable {
  package internal(set) var bytes: [UInt8] = []
  package internal(set) var fields: [Range<Int>] = []
  /// Where the whole record stands, its line end included; nil where libcsv read it.
  var extent: Range<Int>?

  package var fieldCount: Int { fields.count }

  /// Whether every field is empty or holds only blanks: a spreadsheet's or tool's empty line.
  package var isBlank: Bool { isBlank(from: 0) }

  /// Whether all fields from a position on hold nothing or blanks.
  package func isBlank(from field: Int) -> Bool {
    fields[field...].allSatisfy { range in
      bytes[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
  }

  /// Whether a field holds the end of a line.
  package var hasLineEnd: Bool { holds(0x0A) || holds(0x0D) }

  /// Whether a field holds a zero byte.
  package var hasZeroByte: Bool { holds(0) }

  /// Whether a byte that is no separator and no quote stands in a field.
  private func holds(_ byte: UInt8) -> Bool {
    guard let first = fields.first, let last = fields.last else { return false }
    return unsafe bytes.withUnsafeBytes { buffer in
      let fields = unsafe buffer[first.lowerBound..<last.upperBound]
      guard let start = unsafe UnsafeRawBufferPointer(rebasing: fields).baseAddress else {
        return false
      }
      return unsafe memchr(start, Int32(byte), fields.count) != nil
    }
  }

  /// How many lines end within fields; CRLF is one end.
  package var lineEnds: Int {
    guard hasLineEnd else { return 0 }
    return (0..<fieldCount).reduce(0) { count, index in
      let field = bytes[range(of: index)]
      return count
        + field.indices.count { position in
          field[position] == 0x0A
            || (field[position] == 0x0D
              && (position + 1 == field.endIndex || field[position + 1] != 0x0A))
        }
    }
  }

  package func range(of field: Int) -> Range<Int> {
    fields[field]
  }

  package func field(_ index: Int) -> [UInt8] {
    Array(bytes[fields[index]])
  }

  /// The field as text, or nil where it is not UTF-8.
  package func text(_ index: Int) -> String? {
    String(validating: bytes[fields[index]], as: UTF8.self)
  }

  /// The first field that is not UTF-8; nil where all are.
  package var firstNotUTF8: Int? {
    guard let first = fields.first, let last = fields.last else { return nil }
    return unsafe bytes.withUnsafeBytes { buffer in
      // No letter goes on in the next field.
      let all = unsafe UnsafeRawBufferPointer(rebasing: buffer[first.lowerBound..<last.upperBound])
      if unsafe UTF8Validator.accepts(all) { return nil }
      return fields.indices.first { field in
        unsafe !UTF8Validator.accepts(UnsafeRawBufferPointer(rebasing: buffer[fields[field]]))
      }
    }
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
  }

  /// Leaves bytes within fields out. The record as it stands comes behind the fields.
  ///
  /// - Parameters:
  ///   - positions: Where the bytes stand, in order.
  ///   - put: Where the rest is put together, reused from record to record.
  mutating func leaveOut(_ positions: [Int], in put: inout [UInt8]) {
    guard let whole = extent else { return }
    put.removeAll(keepingCapacity: true)
    unsafe bytes.withUnsafeBytes { bytes in
      var copied = whole.lowerBound
      for position in positions {
        unsafe put.append(contentsOf: bytes[copied..<position])
        copied = position + 1
      }
      unsafe put.append(contentsOf: bytes[copied..<whole.upperBound])
      extent = put.count..<(put.count + whole.count)
      unsafe put.append(contentsOf: bytes[whole])
    }
    move(positions, by: whole.lowerBound)
    bytes = put
  }

  /// Moves the fields to the front, by `start` and one more for each byte before their ends that is left out.
  private mutating func move(_ positions: [Int], by start: Int) {
    var leftOut = 0
    for index in fields.indices {
      let field = fields[index]
      let first = field.lowerBound - start - leftOut
      while leftOut < positions.count, positions[leftOut] < field.upperBound { leftOut += 1 }
      fields[index] = first..<(field.upperBound - start - leftOut)
    }
  }

  mutating func appendField(_ field: UnsafeRawBufferPointer) {
    if !fields.isEmpty { bytes.append(UInt8(ascii: ",")) }
    let start = bytes.count
    unsafe bytes.append(contentsOf: field)
    fields.append(start..<bytes.count)
  }
}
