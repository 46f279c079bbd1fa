import Basics
import Findings
import Questionnaire

extension Objection {
  /// - Parameter repeatName: The repeat whose instances the records are; nil where they are submissions.
  static func unmappedColumn(
    _ heading: String, among questions: [Question], of repeatName: String?
  ) -> Objection {
    let key = TextKey(heading)
    if let other = questions.first(where: { $0.repeatName != repeatName && TextKey($0.name) == key }
    ) {
      return Objection(
        .unmappedColumn,
        "column '\(heading)' is called as the question that is asked of each "
          + (other.repeatName.map { "of '\($0)'" } ?? "submission")
          + ", and the records here are "
          + (repeatName.map { "each one of '\($0)'" } ?? "submissions") + ": it is not read",
        suggestion: "put it under 'ignore' of the source, or call it otherwise in the form")
    }
    return Objection(
      .unmappedColumn, "column '\(heading)' is no question and not under 'ignore'",
      suggestion: "map it under 'columns' of the source or ignore it."
        + Suggestion.question(for: heading, among: questions.map(\.name)))
  }
}
