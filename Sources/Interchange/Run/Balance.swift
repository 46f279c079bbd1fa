package import Basics
import Tabular

/// What became of every record: nothing is lost.
///
/// `balance.csv`: `fate,records`, one row a fate and `records` for all; then the records of repeats,
/// where there are any.
package struct Balance: Sendable, Equatable {
  package var records = 0
  package var accepted = 0
  package var quarantined = 0
  package var superseded = 0
  package var late = 0
  package var test = 0
  package var incomplete = 0
  package var repeats = RepeatBalance()

  package init() {}

  /// What the third stage has left in its folder.
  package init(_ manifest: Manifest, in folder: String) throws(RunError) {
    records = try manifest.count("records", in: folder)
    accepted = try manifest.count("accepted", in: folder)
    quarantined = try manifest.count("quarantined", in: folder)
    superseded = try manifest.count("superseded", in: folder)
    late = try manifest.count("late", in: folder)
    test = try manifest.count("test", in: folder)
    incomplete = try manifest.count("incomplete", in: folder)
    repeats = try RepeatBalance(manifest, in: folder)
  }

  package var rows: [(fate: String, records: Int)] {
    [
      ("records", records), ("accepted", accepted), ("quarantined", quarantined),
      ("superseded", superseded), ("late", late), ("test", test),
      ("incomplete", incomplete),
    ] + repeats.rows
  }

  package var summary: String {
    "\(records) records = \(accepted) accepted + \(quarantined) quarantined + \(superseded) "
      + "superseded + \(late) late + \(test) test"
      + (incomplete == 0 ? "" : " + \(incomplete) incomplete") + repeats.summary
  }

  /// Asserts that the fates sum to the records.
  ///
  /// - Throws: `internalFault`; a sum that does not hold is our mistake, never the data's.
  package func assertHolds(in folder: String) throws(RunError) {
    try repeats.assertHolds(in: folder)
    guard records == accepted + quarantined + superseded + late + test + incomplete else {
      throw RunError(
        path: folder, id: .fault(.balance),
        "the balance does not hold: \(summary). This is a fault of the program; please report it")
    }
  }

  package func write(to path: String) throws(RunError) {
    let writer = try CSVWriter(path: path, header: ["fate", "records"])
    for row in rows { try writer.write([row.fate, String(row.records)]) }
    try writer.commit()
  }
}
