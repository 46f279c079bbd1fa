import Basics
import Tabular

/// How the first records of a source split by one separator.
struct SampleSplit {
  let delimiter: UInt8
  /// The fields of the first record.
  private(set) var columns = 0
  /// How many records have as many, the first one included.
  private(set) var agreeing = 0
  private(set) var records = 0
  /// How many records have how many fields, and the line of the first of them.
  private var widths: [Int: (records: Int, line: Int)] = [:]

  private static let candidates: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]
  private static let sample = 200

  /// One for each separator that exports have.
  static func all(
    of text: SteadyFile, _ dialect: CSVDialect, skipping lines: Int
  ) throws(RunError) -> [SampleSplit] {
    try candidates.map { delimiter throws(RunError) in
      try SampleSplit(text, dialect: dialect, delimiter: delimiter, skipping: lines)
    }
  }

  private init(
    _ text: SteadyFile, dialect: CSVDialect, delimiter: UInt8, skipping lines: Int
  ) throws(RunError) {
    self.delimiter = delimiter
    var dialect = dialect
    dialect.delimiter = delimiter
    let reader = try CSVReader(text, dialect: dialect)
    try reader.skipLines(lines)
    while records < Self.sample, try reader.next() {
      if reader.damage == nil && reader.record.isBlank && records > 0 { continue }
      records += 1
      if columns == 0 { columns = max(1, reader.record.fieldCount) }
      guard reader.damage == nil else { continue }
      let width = reader.record.fieldCount
      // Some spreadsheets save blank fields beyond the last column.
      let isSurplus = width > columns && columns > 1 && reader.record.isBlank(from: columns)
      if width == columns || isSurplus { agreeing += 1 }
      widths[width, default: (0, reader.position.line)].records += 1
    }
  }

  var isUniform: Bool { columns > 1 && agreeing == records }
  var isMostly: Bool { columns > 1 && agreeing * 2 > records }
  var name: String { DialectDecision.name(delimiter) }

  /// What most records have, where the first has less: titles may stand above the header.
  var usual: (columns: Int, line: Int)? {
    let most = widths.first { $0.key > max(columns, 1) && $0.value.records * 2 > records }
    return most.map { ($0.key, $0.value.line) }
  }

  /// What to do where titles stand above the header, or the row above the records lacks a heading.
  func advice(skipping lines: Int) -> String {
    guard let usual, usual.line > lines + 1 else { return "" }
    return
      ". Split by \(name), the first record has \(columns) and most have \(usual.columns) fields, "
      + "first in line \(usual.line): if titles stand above the header, set 'skip-lines: "
      + "\(usual.line - 1)'"
      + (columns > 1 && usual.line == lines + 2
        ? "; if a heading was lost, give it back in a copy of the file" : "")
  }
}
