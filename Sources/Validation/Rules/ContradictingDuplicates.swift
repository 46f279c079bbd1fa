import Findings
import Tabular

extension Objection {
  static func contradictingDuplicates(_ item: PartitionResult.Superseded) -> Objection {
    Objection(
      .contradictingDuplicates,
      "'\(item.unit)' has another record of the same moment (\(item.receipt.received)) on line "
        + "\(item.by.position.line), with other answers; the one further down counts")
  }
}
