import Basics
import Definition
import Findings
import Interchange
import SurveyTools

extension Objection {
  static func undeclaredIncomplete(_ records: Int, column: String, _ text: String) -> Objection {
    Objection(
      .undeclaredIncomplete,
      "column '\(column)' \(text.isEmpty ? "is blank" : "has '\(text)'") in \(records) records: they "
        + "were not completed, and count as any other")
  }
}

extension PreparedSource {
  /// Submissions that the tool says were not completed, where the pipeline says nothing of them.
  var undeclaredIncomplete: Finding? {
    guard definition.incomplete == nil, definition.repetition == nil,
      let found = CompletionMark.found(in: columns.map { [$0.heading, $0.label] }),
      // Without a day of receipt they are set aside, and that is said.
      ![mapping.test, mapping.received].contains(found.column)
    else { return nil }
    let answered = texts[found.column].reduce(0) { $0 + $1.count }
    for value in found.values {
      let key = TextKey(value)
      let count =
        key.isEmpty
        ? (columns[found.column].hasTextElsewhere
          ? 0 : entry.records - entry.quarantined - answered)
        : texts[found.column].filter { TextKey($0.text) == key }.reduce(0) { $0 + $1.count }
      if count > 0 {
        return Finding(
          .undeclaredIncomplete(count, column: columns[found.column].heading, value),
          at: Position(source: entry.file))
      }
    }
    return nil
  }
}
