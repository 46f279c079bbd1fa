import Findings
import Tabular

extension Objection {
  static var repeatedHeader: Objection {
    Objection(
      .repeatedHeader,
      "found the header of the file again, which is no record: two exports may have been joined")
  }
}

/// The header of a source among its records.
struct RepeatedHeader {
  /// The fields of the header rows.
  let header: [[[UInt8]]]

  /// Whether a record is a header row once more; in one of one field that may be chance.
  func stands(in record: RecordBuffer) -> Bool {
    header.contains { row in
      row.count > 1 && row.count == record.fieldCount
        && row.indices.allSatisfy { row[$0][...] == record.bytes[record.range(of: $0)] }
    }
  }
}
