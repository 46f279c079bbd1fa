import Basics

/// A layout that has several records of one respondent by design, known by headings that stand
/// together.
package enum LongLayout: Sendable {
  /// The records are instances of a repeat or roster; the submissions stand in a file of their own.
  case instances
  /// A record is the answer to one question.
  case answers

  /// The layout of a file with some headings, and those that tell.
  package static func found(in headings: [String]) -> (layout: LongLayout, headings: [String])? {
    let keys = Set(headings.map { TextKey($0) })
    for (layout, names) in layouts where names.allSatisfy({ keys.contains(TextKey($0)) }) {
      return (layout, names)
    }
    let own = ["interview__id", "assignment__id"]
    guard keys.contains(TextKey("interview__id")),
      let roster = headings.first(where: { $0.hasSuffix("__id") && !own.contains($0) })
    else { return nil }
    return (.instances, ["interview__id", roster])
  }

  private static let layouts: [(LongLayout, [String])] = [
    (.instances, ["_parent_table_name", "_parent_index"]),
    (.instances, ["X_parent_table_name", "X_parent_index"]),
    (.instances, ["PARENT_KEY", "KEY"]),
    (.answers, ["dataelement", "period", "orgunit", "value"]),
    (.answers, ["session", "item_name", "answer"]),
  ]
}

/// Columns that say which part of what is known of a respondent a record has.
package enum RespondentParts {
  /// Whether a heading is that of REDCap's event, repeating instrument or instance.
  package static func isPart(_ heading: String) -> Bool { keys.contains(TextKey(heading)) }

  private static let keys = Set(
    [
      "redcap_event_name", "Event Name", "redcap_repeat_instrument", "Repeat Instrument",
      "redcap_repeat_instance", "Repeat Instance",
    ].map { TextKey($0) })
}
