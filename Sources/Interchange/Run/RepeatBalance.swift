package import Basics

/// What became of the records of repeats: they are no submissions, and are counted by themselves.
package struct RepeatBalance: Sendable, Equatable {
  package var records = 0
  /// Belongs to a record of a submission, whatever became of that one.
  package var joined = 0
  package var quarantined = 0
  /// Joined no more, since a mended record stands for it.
  package var mended = 0

  package init() {}

  /// The counts by name, as manifests and `balance.csv` have them; empty without repeats.
  package var rows: [(fate: String, records: Int)] {
    records == 0
      ? []
      : [
        ("repeat_records", records), ("repeat_joined", joined),
        ("repeat_quarantined", quarantined), ("repeat_mended", mended),
      ]
  }

  /// What the stage of a folder has left; nothing where no source is of a repeat.
  package init(_ manifest: Manifest, in folder: String) throws(RunError) {
    guard manifest.counts["repeat_records"] != nil else { return }
    records = try manifest.count("repeat_records", in: folder)
    joined = try manifest.count("repeat_joined", in: folder)
    quarantined = try manifest.count("repeat_quarantined", in: folder)
    mended = try manifest.count("repeat_mended", in: folder)
  }

  /// What stands after the balance of the submissions; empty without repeats.
  package var summary: String {
    records == 0
      ? ""
      : "; \(records) repeat records = \(joined) joined + \(quarantined) quarantined + \(mended) "
        + "mended"
  }

  /// - Throws: `internalFault`; a sum that does not hold is our mistake, never the data's.
  package func assertHolds(in folder: String) throws(RunError) {
    guard records == joined + quarantined + mended else {
      throw RunError(
        path: folder, id: .fault(.balance),
        "the balance does not hold\(summary). This is a fault of the program; please report it")
    }
  }
}
