import Interchange
import Tabular

/// The separator of a source: declared, told by a `sep=` line, or decided on evidence.
struct DialectDecision: Sendable, Equatable {
  let dialect: CSVDialect
  let reason: String
  /// Physical lines above the header: declared titles, and the `sep=` line.
  let skippedLines: Int

  /// That of the text that is written from a workbook.
  static func workbook(_ definition: SourceDefinition) -> DialectDecision {
    var dialect = definition.dialect
    dialect.delimiter = UInt8(ascii: ",")
    return DialectDecision(dialect: dialect, reason: "xlsx", skippedLines: definition.skippedLines)
  }

  /// - Parameters:
  ///   - text: The file to look at: the source, or its text unpacked or in UTF-8.
  ///   - path: The file as received, for errors.
  /// - Throws: `dataRejected` where several separators or none explain the file.
  init(_ definition: SourceDefinition, text: String, file path: String) throws(RunError) {
    var dialect = definition.dialect
    var skipped = definition.skippedLines
    if let told = try Self.separatorLine(text, skipping: skipped) {
      skipped += 1
      if let declared = definition.delimiter, declared != told {
        throw RunError(
          .dataRejected, path: path, line: skipped, rule: "contradicted-delimiter",
          "the line sep= says \(Self.name(told)), but \(Self.name(declared)) is declared. "
            + "Delete 'delimiter' of the source, or put the line under 'skip-lines'")
      }
      dialect.delimiter = told
      self.init(dialect: dialect, reason: "the line sep=", skippedLines: skipped)
      return
    }
    if let declared = definition.delimiter {
      dialect.delimiter = declared
      self.init(dialect: dialect, reason: "declared", skippedLines: skipped)
      return
    }
    let (delimiter, reason) = try Self.detected(text, dialect, skipping: skipped, file: path)
    dialect.delimiter = delimiter
    self.init(dialect: dialect, reason: reason, skippedLines: skipped)
  }

  private init(dialect: CSVDialect, reason: String, skippedLines: Int) {
    self.dialect = dialect
    self.reason = reason
    self.skippedLines = skippedLines
  }

  /// Excel's own line `sep=;` above the header.
  private static func separatorLine(_ path: String, skipping lines: Int) throws(RunError) -> UInt8?
  {
    let reader = try CSVReader(path: path, dialect: CSVDialect(delimiter: 0x1F, quote: nil))
    try reader.skipLines(lines)
    guard try reader.next(), reader.record.fieldCount == 1 else { return nil }
    let bytes = reader.record.field(0)
    guard bytes.count == 5, bytes.starts(with: Array("sep=".utf8)) else { return nil }
    return bytes[4]
  }

  private static let candidates: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]
  private static let sample = 200

  /// How the first records split by one separator.
  private struct Split {
    let delimiter: UInt8
    let columns: Int
    let agreeing: Int
    let records: Int

    var isUniform: Bool { columns > 1 && agreeing == records }
    var isMostly: Bool { columns > 1 && agreeing * 2 > records }
    var name: String { DialectDecision.name(delimiter) }
  }

  private static func detected(
    _ text: String, _ dialect: CSVDialect, skipping lines: Int, file path: String
  ) throws(RunError) -> (UInt8, String) {
    var splits: [Split] = []
    for delimiter in candidates {
      var dialect = dialect
      dialect.delimiter = delimiter
      splits.append(try split(text, dialect, skipping: lines))
    }
    for (fits, claim) in [
      (splits.filter(\.isUniform), "all of the first"),
      (splits.filter(\.isMostly), "most of the first"),
    ] {
      if fits.count == 1, let split = fits.first {
        return (
          split.delimiter,
          "\(claim) \(split.records) records have \(split.columns) cells split by \(split.name)"
        )
      }
      guard fits.count > 1 else { continue }
      let readings = fits.map { "\($0.name) \($0.columns)" }.joined(separator: ", ")
      throw RunError(
        .dataRejected, path: path, line: lines + 1, rule: "undecided-delimiter",
        "more than one separator splits the records evenly (columns: \(readings)). "
          + "Set 'delimiter' of the source")
    }
    guard splits.allSatisfy({ $0.columns == 1 }) else {
      throw RunError(
        .dataRejected, path: path, line: lines + 1, rule: "undecided-delimiter",
        "no separator splits most records like the header; expected comma, semicolon, tab or '|'. "
          + "Set 'delimiter' of the source")
    }
    return (UInt8(ascii: ","), "the header has no separator: one column")
  }

  private static func split(
    _ path: String, _ dialect: CSVDialect, skipping lines: Int
  ) throws(RunError) -> Split {
    let reader = try CSVReader(path: path, dialect: dialect)
    try reader.skipLines(lines)
    var (columns, agreeing, records) = (0, 0, 0)
    while records < sample, try reader.next() {
      if reader.damage == nil && reader.record.isBlank && records > 0 { continue }
      records += 1
      if columns == 0 { columns = max(1, reader.record.fieldCount) }
      if reader.damage == nil && reader.record.fieldCount == columns { agreeing += 1 }
    }
    return Split(
      delimiter: dialect.delimiter, columns: columns, agreeing: agreeing, records: records)
  }

  static func name(_ delimiter: UInt8) -> String {
    switch delimiter {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    default: "'\(UnicodeScalar(delimiter))'"
    }
  }
}
