import Definition
import Interchange

/// Keeps which records of each source were set aside, and finds the one that a mended record is for.
struct MendingLog {
  struct Original: Comparable {
    let record: Int
    let line: Int

    static func < (left: Original, right: Original) -> Bool {
      left.record < right.record
    }
  }

  /// What the records of a mended source are for, in its order.
  struct Originals {
    let file: String
    /// The number of that source; of one that was taken away, that of the mended one.
    let number: Int
    let records: [Original]
  }

  private var asides: [String: [Original]] = [:]
  /// The source of each name under which records can be mended.
  private let sources: [String: SourceEntry]

  init(_ sources: [SourceEntry]) {
    self.sources = Dictionary(
      sources.map { ($0.textFile, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Notes a record that cannot be used, or an answer of it.
  mutating func note(_ file: String, record: Int, line: Int) {
    let original = Original(record: record, line: line)
    if asides[file]?.last != original { asides[file, default: []].append(original) }
  }

  /// The records that those of a mended source are for, in its order; nil where the source is no
  /// mended one, or has not as many records as were set aside.
  func originals(of source: SourceEntry) -> Originals? {
    guard let setAside = setAside(behind: source), setAside.records.count == source.records else {
      return nil
    }
    return setAside
  }

  /// The records that were set aside of the source that a mended one is for; nil where it is none.
  func setAside(behind source: SourceEntry) -> Originals? {
    guard let name = MendedFile.original(of: source.file) else { return nil }
    let original = sources[name]
    let file = original?.file ?? name
    return Originals(
      file: file, number: original?.number ?? source.number,
      records: Self.distinct((asides[file] ?? []).sorted()))
  }

  private static func distinct(_ sorted: [Original]) -> [Original] {
    sorted.reduce(into: []) { result, original in
      if result.last?.record != original.record { result.append(original) }
    }
  }
}
