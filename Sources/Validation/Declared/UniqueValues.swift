import Basics
import Interchange
import Tabular

/// The values that no two units may share, in a file until all are there.
///
/// Only eight bytes a value are held: a digest, by which those that may stand there twice are told.
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
  private static let header = ["rule", "values"] + Finding.header

  init(path: String, rules: Int) {
    self.path = path
    digests = [[UInt64]](repeating: [], count: rules)
  }

  /// - Parameter finding: What is reported where another unit has the same values.
  mutating func append(
    _ values: [String], _ finding: Finding, rule: Int
  ) throws(RunError) {
    let key = values.map(CSVWriter.quoted).joined(separator: ",")
    digests[rule].append(Self.digest(of: key))
    if writer == nil { writer = try CSVWriter(path: path, header: Self.header) }
    try writer?.write([String(rule), key] + finding.cells)
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
    let unit = header.firstIndex(of: "unit") ?? 0
    let message = header.firstIndex(of: "message") ?? 0
    for part in written {
      let reader = try CSVReader(path: part.path)
      _ = try reader.next()
      while try reader.next() {
        let record = reader.record
        let rule = record.text(0).flatMap { Int($0) } ?? 0
        let key = record.text(1) ?? ""
        guard repeated[rule].contains(digest(of: key)) else { continue }
        guard let other = first[rule][key] else {
          first[rule][key] = record.text(unit) ?? ""
          continue
        }
        counts[rule] += 1
        let filled = (record.text(message) ?? "")
          .replacing(RuleAnswers.otherUnit, with: other)
        for field in 2..<header.count {
          writer.append(field == message ? Array(filled.utf8) : record.field(field))
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
