/// The fields of one CSV record: one flat run of bytes and the end of each field.
///
/// Reused from record to record, so that reading a file costs no allocation a cell.
package struct RecordBuffer: Sendable {
  package private(set) var bytes: [UInt8] = []
  package private(set) var ends: [Int] = []

  package var fieldCount: Int { ends.count }

  /// Whether every field is empty or holds only blanks: a spreadsheet's or tool's empty line.
  package var isBlank: Bool { isBlank(from: 0) }

  /// Whether all fields from a position on hold nothing or blanks.
  package func isBlank(from field: Int) -> Bool {
    let start = field == 0 ? 0 : ends[field - 1]
    return bytes[start...].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  package func range(of field: Int) -> Range<Int> {
    (field == 0 ? 0 : ends[field - 1])..<ends[field]
  }

  package func field(_ index: Int) -> [UInt8] {
    Array(bytes[range(of: index)])
  }

  /// The field as text, or nil where it is not UTF-8.
  package func text(_ index: Int) -> String? {
    String(validating: bytes[range(of: index)], as: UTF8.self)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func appendField(_ field: UnsafeRawBufferPointer) {
    unsafe bytes.append(contentsOf: field)
    ends.append(bytes.count)
  }
}
