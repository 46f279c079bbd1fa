import Findings

extension Objection {
  /// - Parameter isTemplate: Whether the text may say that a State is named on purpose.
  static func namedWithoutReply(_ name: String, isTemplate: Bool) -> Objection {
    Objection(
      .namedWithoutReply, "\(name) is named, but has not replied in time",
      suggestion: "take the name out"
        + (isTemplate ? "; or write {{mention \(name)}} where it is named on purpose" : ""))
  }
}
