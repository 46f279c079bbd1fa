import Findings
import Tabular

extension Objection {
  static func swallowedRecords(_ field: SwallowedRecords.Field) -> Objection {
    Objection(
      .swallowedRecords,
      "field \(field.column) holds several lines, and \(field.lines) of them have \(field.columns) "
        + "fields, as the header has: records may have been read as one field, because a quote was "
        + "opened and closed only later")
  }
}

/// Records within a field: what a quote that was opened by mistake, and closed by chance some
/// records later, leaves of them. Such a file is in order for RFC 4180, and the records are gone.
///
/// Reports: a field of which at least two lines have as many fields as the header.
/// Leaves alone: separators before a blank, as prose has them, and a header of one column.
struct SwallowedRecords {
  let delimiter: UInt8
  let columns: Int

  /// The first such field of a record.
  struct Field: Sendable, Equatable {
    /// From 1.
    let column: Int
    let lines: Int
    let columns: Int
  }

  func find(in record: RecordBuffer) -> Field? {
    guard columns > 1, record.hasLineEnd else { return nil }
    // Of the separators of two lines and the line end between them.
    let shortest = 2 * (columns - 1) + 1
    for index in 0..<record.fieldCount where record.range(of: index).count >= shortest {
      let field = record.bytes[record.range(of: index)]
      guard field.contains(where: Self.endsLine) else { continue }
      let lines = field.split(whereSeparator: Self.endsLine)
      let found = lines.count { fields(in: $0) == columns }
      if found > 1 { return Field(column: index + 1, lines: found, columns: columns) }
    }
    return nil
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private func fields(in line: ArraySlice<UInt8>) -> Int {
    1
      + line.indices.count { position in
        line[position] == delimiter
          && !(position + 1 < line.endIndex && line[position + 1] == UInt8(ascii: " "))
      }
  }
}
