import Findings
import Tabular

extension Objection {
  /// - Parameter other: The source of the record that counts, where that is not the one of this record.
  static func contradictingDuplicates(
    _ item: PartitionResult.Superseded, other: String?
  ) -> Objection {
    // Moments are read to the second, and days without one are no moments.
    let time = item.receipt.received.contains("T") ? "second" : "day"
    return Objection(
      .contradictingDuplicates,
      "'\(item.unit)' has another record of the same \(time) (\(item.receipt.received)) on line "
        + "\(item.by.position.line)\(other.map { " of \($0)" } ?? ""), with other answers; "
        + (other == nil ? "the one further down counts" : "that one counts"))
  }
}
