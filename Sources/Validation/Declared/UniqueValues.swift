import Basics
import Interchange
import Tabular

/// The values that no two units may share, in a file until all are there.
///
/// Only eight bytes a value are held: a digest, by which those that may stand there twice are told.
///
/// A row has the number of the rule, the values, the finding without its message, and the pieces of
/// the message, between which the other unit is named once it is known.
struct UniqueValues {
  /// What one partition wrote.
  struct Written: Sendable {
    let path: String
    /// By rule, a digest of each value.
    let digests: [[UInt64]]
  }

  private let path: String
  private var writer: CSVWriter?
  private var digests: [[UInt64]]
  private static let before = ["rule", "values"]
  private static let header = before + Finding.header + ["pieces"]

  init(path: String, rules: Int) {
    self.path = path
    digests = [[UInt64]](repeating: [], count: rules)
  }

  /// - Parameters:
  ///   - finding: What is reported where another unit has the same values.
  ///   - pieces: Its message, see `RuleMessage.pieces`.
  mutating func append(
    _ values: [String], _ finding: Finding, message pieces: [String], rule: Int
  ) throws(RunError) {
    let key = values.map(CSVWriter.quoted).joined(separator: ",")
    digests[rule].append(Self.digest(of: key))
    if writer == nil { writer = try CSVWriter(path: path, header: Self.header) }
    try writer?.write([String(rule), key] + finding.fields + pieces)
  }

  func finish() throws(RunError) -> Written? {
    guard let writer else { return nil }
    try writer.commit()
    return Written(path: path, digests: digests)
  }

  /// Writes the findings about values that an earlier unit has as well, in the order of the units.
  ///
  /// - Returns: By rule, how many there are.
  static func findings(
    _ written: [Written], rules: Int, to writer: CSVWriter
  ) throws(RunError) -> [Int] {
    var counts = [Int](repeating: 0, count: rules)
    let repeated = (0..<rules).map { rule in Self.repeated(written.flatMap { $0.digests[rule] }) }
    /// The first unit with each value that may stand there twice.
    var first = [[String: String]](repeating: [:], count: rules)
    for part in written {
      let reader = try CSVReader(path: part.path)
      _ = try reader.next()
      while try reader.next() {
        let row = try Row(reader, of: part.path, rules: rules)
        guard repeated[row.rule].contains(digest(of: row.key)) else { continue }
        guard let other = first[row.rule][row.key] else {
          first[row.rule][row.key] = row.unit
          continue
        }
        counts[row.rule] += 1
        for column in Finding.Column.allCases {
          writer.append(
            column == .message
              ? Array(row.pieces.joined(separator: other).utf8) : row.field(column))
        }
        try writer.endRecord()
      }
      try FileSystem.remove(part.path)
    }
    return counts
  }

  /// FNV-1a of 64 bits, see draft-eastlake-fnv.
  private static func digest(of key: String) -> UInt64 {
    key.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func repeated(_ digests: [UInt64]) -> Set<UInt64> {
    let sorted = digests.sorted()
    return Set(zip(sorted, sorted.dropFirst()).filter { $0 == $1 }.map(\.0))
  }
}

extension UniqueValues {
  /// A row of the file.
  private struct Row {
    let rule: Int
    let key: String
    private let record: RecordBuffer

    /// - Throws: `dataRejected` where the row is not as it was written, in the same run.
    init(_ reader: CSVReader, of path: String, rules: Int) throws(RunError) {
      record = reader.record
      guard reader.damage == nil, record.fieldCount >= header.count, record.firstNotUTF8 == nil,
        let rule = record.text(0).flatMap({ CalendarDate.number($0) }), rule < rules,
        let key = record.text(1)
      else {
        throw RunError.damaged(
          path, line: reader.position.line, id: .stage(.damagedField),
          "this is no row of values; expected a rule, values, a finding and its message")
      }
      self.rule = rule
      self.key = key
    }

    var unit: String { String(decoding: field(.unit), as: UTF8.self) }

    /// The message, cut where the other unit is named.
    var pieces: [String] {
      ((header.count - 1)..<record.fieldCount).map {
        String(decoding: record.field($0), as: UTF8.self)
      }
    }

    func field(_ column: Finding.Column) -> [UInt8] {
      record.field(before.count + column.rawValue)
    }
  }
}
