import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import Tabular

extension SubmissionWriter {
  /// Reports columns nobody reads and questions nobody asked: a misspelt heading shows here.
  func reportColumns(of source: PreparedSource) throws(RunError) {
    let position = Position(source: source.entry.file)
    for heading in source.mapping.unmapped {
      let names = pipeline.form.questions.map(\.name)
      try findings.write(
        Finding(
          .unmappedColumn, at: position, value: heading,
          message: "column '\(heading)' is no question and not under 'ignore'",
          suggestion: "map it under 'columns' of the source or ignore it."
            + Suggestion.question(for: heading, among: names)
        ).cells)
    }
    for question in pipeline.form.questions
    where !repeats.asks(question, source) && !source.isOutsideVersion(question)
      && (question.repeatName == source.definition.repetition?.name
        || source.definition.repetition == nil)
    {
      try findings.write(
        Finding(
          .questionNotInSource, at: position, question: question.name,
          message: "no column is question '\(question.name)'; it counts as not asked",
          suggestion: "map its column under 'columns' of the source, or declare its 'version'"
        ).cells)
    }
  }
}
