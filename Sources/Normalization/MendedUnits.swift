import Definition
import Interchange

/// The units of records that count and are to be mended all the same, since an answer of theirs is unclear.
struct MendedUnits {
  /// By file and record.
  private var units: [String: [Int: Int]] = [:]
  private let files: Set<String>
  /// The names under which files were mended.
  private let mended: Set<String>

  init(_ sources: [SourceEntry]) {
    files = Set(sources.map(\.file))
    mended = files.filter(MendedFile.isOne)
  }

  /// Notes the unit of a record, where a file is there that it may have been mended in.
  mutating func note(_ unit: Int, of record: Int, in source: SourceEntry) {
    guard mended.contains(MendedFile.name(for: source.textFile)) else { return }
    units[source.file, default: [:]][record] = unit
  }

  subscript(file: String, record: Int) -> Int? { units[file]?[record] }

  /// Whether records of a mended file that name nobody would count besides those that they were made of.
  ///
  /// - Parameter setAside: What was set aside of the source that the file is for.
  func wouldCountTwice(_ mended: SourceEntry, besides setAside: MendingLog.Originals) -> Bool {
    guard files.contains(setAside.file), mended.records != setAside.records.count else {
      return false
    }
    return mended.records > setAside.records.count || units[setAside.file] != nil
  }
}
