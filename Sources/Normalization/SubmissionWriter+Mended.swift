import Basics
import Findings
import Interchange
import Tabular

/// Mended records, each of which stands for one that was set aside.
extension SubmissionWriter {
  /// Why the records of a source do not count, where they are mended ones of which nobody can tell which records
  /// they stand for; of records with a name their unit tells.
  func refusal(of source: PreparedSource) -> Objection? {
    guard source.mapping.unit == nil, let setAside = log.setAside(behind: source.entry),
      mendedUnits.wouldCountTwice(source.entry, besides: setAside)
    else { return nil }
    return .mendedCount(source.entry)
  }

  /// The unit that counts with the record for which a mended one stands.
  func unitMended(by record: JudgedRecords.Record, of source: PreparedSource) -> Int? {
    guard let originals, source.itemPositions.items(of: record.record).isEmpty else { return nil }
    return mendedUnits[originals.file, originals.records[record.record - 1].record]
  }

  /// Whether a record was mended into one of another unit: both would count.
  func mends(
    _ record: JudgedRecords.Record, of source: PreparedSource, anotherThan unit: Int
  ) -> Bool {
    unitMended(by: record, of: source).map { $0 != unit } ?? false
  }

  /// The position of the record among all; a mended one has that of the one it mends.
  func order(
    of record: JudgedRecords.Record, _ source: PreparedSource
  ) throws(RunError) -> Int {
    let own = (recordsBefore[source.entry.file] ?? 0) + record.record
    guard let originals else { return own }
    let (file, records) = (originals.file, originals.records)
    let items = source.itemPositions.items(of: record.record)
    guard items.isEmpty else {
      // Beside its items the submission that they are of may have others: they are merged into it.
      for item in items {
        try mended.write([
          file, String(records[item.record - 1].line), source.entry.file,
          String(item.position.line),
        ])
      }
      return own
    }
    let original = records[record.record - 1]
    try mended.write([
      file, String(original.line), source.entry.file, String(record.position.line),
    ])
    return (recordsBefore[file] ?? 0) + original.record
  }
}
