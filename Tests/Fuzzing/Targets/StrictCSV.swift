import Tabular

/// A second reader of CSV, after RFC 4180 alone: it says what well-formed bytes hold.
struct StrictCSV {
  let dialect: CSVDialect

  /// All records of well-formed bytes, or nil where a quote stands in the wrong spot.
  private func records(_ bytes: ArraySlice<UInt8>) -> [[[UInt8]]]? {
    var records: [[[UInt8]]] = []
    var rest = bytes
    while true {
      // Empty lines are no records.
      rest = rest.drop { $0 == 0x0A || $0 == 0x0D }
      if rest.isEmpty { return records }
      guard let record = record(&rest) else { return nil }
      records.append(record)
    }
  }

  private func record(_ rest: inout ArraySlice<UInt8>) -> [[UInt8]]? {
    var fields: [[UInt8]] = []
    while true {
      guard let field = field(&rest) else { return nil }
      fields.append(field)
      guard let end = rest.popFirst(), end == dialect.delimiter else { return fields }
    }
  }

  /// One field, up to the separator or line end behind it.
  private func field(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    let isEnd = { (byte: UInt8) in byte == dialect.delimiter || byte == 0x0A || byte == 0x0D }
    guard let quote = dialect.quote, rest.first == quote else {
      let field = rest.prefix { !isEnd($0) }
      rest = rest[field.endIndex...]
      return field.contains(dialect.quote ?? 0) ? nil : Array(field)
    }
    var field: [UInt8] = []
    rest.removeFirst()
    while let byte = rest.popFirst() {
      if byte == quote {
        guard rest.first == quote else { return rest.first.map(isEnd) ?? true ? field : nil }
        rest.removeFirst()
      }
      field.append(byte)
    }
    return nil
  }

  /// Well-formed bytes are read as they are written; of others at least one record is damaged.
  func check(_ read: [CSVReaderTarget.Record], _ bytes: [UInt8]) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let expected = records(text)
    let isGood = read.allSatisfy { $0.damage == nil }
    rapporteur_fuzz.check(
      isGood == (expected != nil), "\(isGood ? "no" : "some") record is damaged: \(read)")
    if let expected {
      rapporteur_fuzz.check(
        read.map { $0.fields.map(Array.init) } == expected, "\(expected) is read as \(read)")
    }
  }
}
