import Findings
import Tabular

extension Objection {
  /// - Parameter other: The source of the record that counts, where that is not the one of this record.
  static func contradictingDuplicates(
    _ item: PartitionResult.Superseded, other: String?
  ) -> Objection {
    let (own, by) = (item.receipt.received, item.by.received)
    // Moments are read to the second, and days without one are no moments.
    let moment =
      own == by
      ? "of the same \(own.contains("T") ? "second" : "day") (\(own))"
      : "of \(by), which may be earlier or later than \(own),"
    return Objection(
      .contradictingDuplicates,
      "'\(item.unit)' has another record \(moment) on line \(item.by.position.line)"
        + "\(other.map { " of \($0)" } ?? ""), with other answers; "
        + (own == by && other == nil ? "the one further down counts" : "that one counts"))
  }
}
