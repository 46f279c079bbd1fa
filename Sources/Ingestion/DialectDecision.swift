import Basics
import Definition
import Tabular

/// The separator of a source: declared, stated by a `sep=` line, or decided on evidence.
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
  init(_ definition: SourceDefinition, text: SteadyFile, file path: String) throws(RunError) {
    var dialect = definition.dialect
    var skipped = definition.skippedLines
    if let stated = try Self.separatorLine(text, skipping: skipped) {
      skipped += 1
      if let declared = definition.delimiter, declared != stated {
        throw RunError(
          path: path, line: skipped, id: .source(.contradictedDelimiter),
          "the line sep= says \(Self.name(stated)), but \(Self.name(declared)) is declared. "
            + "Delete 'delimiter' of the source, or put the line under 'skip-lines'")
      }
      dialect.delimiter = stated
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

  /// Excel's own line `sep=;` above the header, which some tools put in quotes.
  private static func separatorLine(
    _ text: SteadyFile, skipping lines: Int
  ) throws(RunError) -> UInt8? {
    let reader = try CSVReader(text, dialect: CSVDialect(delimiter: 0x1F, quote: nil))
    try reader.skipLines(lines)
    guard try reader.next(), reader.record.fieldCount == 1 else { return nil }
    var bytes = reader.record.field(0)
    if bytes.count == 7, bytes.first == UInt8(ascii: "\""), bytes.last == bytes.first {
      bytes = Array(bytes[1..<6])
    }
    let word = String(validating: bytes.prefix(4), as: UTF8.self)
    guard bytes.count == 5, word?.lowercased() == "sep=" else { return nil }
    return bytes[4]
  }

  private static func detected(
    _ text: SteadyFile, _ dialect: CSVDialect, skipping lines: Int, file path: String
  ) throws(RunError) -> (UInt8, String) {
    let splits = try SampleSplit.all(of: text, dialect, skipping: lines)
    guard splits.contains(where: { $0.records > 0 }) else {
      throw RunError(
        path: path, line: lines + 1, id: .source(.noHeader),
        "found no records; expected a heading for each column. Export the file again")
    }
    for (fits, claim) in [
      (splits.filter(\.isUniform), "all of the first"),
      (splits.filter(\.isMostly), "most of the first"),
    ] {
      if fits.count == 1, let split = fits.first {
        return (
          split.delimiter,
          "\(claim) \(split.records) records have \(split.columns) fields split by \(split.name)"
        )
      }
      guard fits.count > 1 else { continue }
      let readings = fits.map { "\($0.name) \($0.columns)" }.joined(separator: ", ")
      throw undecided(
        path, lines: lines,
        message: "more than one separator splits the records evenly (columns: \(readings))",
        advice: "")
    }
    let usual = splits.filter { $0.usual != nil }
    guard usual.isEmpty, splits.allSatisfy({ $0.columns == 1 }) else {
      throw undecided(
        path, lines: lines,
        message:
          "no separator splits most records like the header; expected comma, semicolon, tab or '|'",
        advice: try usual.map { $0.advice(skipping: lines) }.joined()
          + quotingAdvice(text, dialect, skipping: lines))
    }
    return (UInt8(ascii: ","), "the header has no separator: one column")
  }

  private static func undecided(
    _ path: String, lines: Int, message: String, advice: String
  ) -> RunError {
    RunError(
      path: path, line: lines + 1, id: .source(.undecidedDelimiter),
      message + advice + ". " + (advice.isEmpty ? "Set" : "Else set") + " 'delimiter' of the source"
    )
  }

  /// What another quoting would make of records that double quotes spoil.
  private static func quotingAdvice(
    _ text: SteadyFile, _ dialect: CSVDialect, skipping lines: Int
  ) throws(RunError) -> String {
    guard dialect.quote != nil, !dialect.hasBackslashEscapes else { return "" }
    var (none, backslash) = (dialect, dialect)
    none.quote = nil
    backslash.hasBackslashEscapes = true
    for (other, word) in [(backslash, "backslash"), (none, "none")] {
      let fits = try SampleSplit.all(of: text, other, skipping: lines).filter(\.isUniform)
      if fits.count == 1 {
        return
          ". Split by \(fits[0].name) all have \(fits[0].columns) fields with 'quoting: \(word)': "
          + "set it, if the source is written so"
      }
    }
    return ""
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
