import Findings
import Tabular

extension Objection {
  static func contradictingDuplicates(_ item: PartitionResult.Superseded) -> Objection {
    // Moments are read to the second, and days without one are no moments.
    let time = item.receipt.received.contains("T") ? "second" : "day"
    return Objection(
      .contradictingDuplicates,
      "'\(item.unit)' has another record of the same \(time) (\(item.receipt.received)) on line "
        + "\(item.by.position.line), with other answers; the one further down counts")
  }
}
