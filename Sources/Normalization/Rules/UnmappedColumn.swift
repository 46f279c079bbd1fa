import Basics
import Findings
import Questionnaire

extension Objection {
  static func unmappedColumn(_ heading: String, among questions: [Question]) -> Objection {
    Objection(
      .unmappedColumn, "column '\(heading)' is no question and not under 'ignore'",
      suggestion: "map it under 'columns' of the source or ignore it."
        + Suggestion.question(for: heading, among: questions.map(\.name)))
  }
}
