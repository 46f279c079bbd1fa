import Definition
import Findings
import Interchange

extension Objection {
  static func mendedCount(_ mended: SourceEntry) -> Objection {
    Objection(
      .mendedCount,
      "the file has \(mended.records) record\(mended.records == 1 ? "" : "s"), which is not as many as "
        + "were set aside, so that some would be counted twice")
  }

  /// - Parameter isTaken: Whether another record has the key.
  static func mendedKey(_ repetition: Repetition, isTaken: Bool) -> Objection {
    Objection(
      .mendedCount,
      isTaken
        ? "another record has its key in column '\(repetition.parentColumn)', so that the records of "
          + "'\(repetition.name)' with that key would count twice"
        : "the record that it stands for has another key in column '\(repetition.parentColumn)', so that the "
          + "records of '\(repetition.name)' with that key would not count")
  }

  /// - Parameter unit: What the mended record calls its unit.
  static func mendedUnit(_ unit: String) -> Objection {
    Objection(
      .mendedCount,
      "the record is of '\(unit)' now, and the one that it stands for of another unit: each would be a reply "
        + "of its own"
    )
  }
}
