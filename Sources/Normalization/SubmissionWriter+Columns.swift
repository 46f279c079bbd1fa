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
      let objection = Objection.unmappedColumn(
        heading, among: pipeline.form.questions, of: source.definition.repetition?.name)
      try findings.write(Finding(objection, at: position, value: heading).fields)
    }
    for finding in source.codesAsNumbers(among: pipeline.form.questions)
      + source.thousandsAsDecimals(among: pipeline.form.questions)
    {
      try findings.write(finding.fields)
    }
    for found in source.codesWithDecimals {
      let heading = source.columns[found.column].heading
      try findings.write(
        Finding(
          .codesWithDecimals(found.codes, in: heading), at: position,
          question: pipeline.form.questions[found.question].name
        ).fields)
    }
    try reportChoices(of: source, at: position)
    for question in pipeline.form.questions
    where !repeats.asks(question, source) && !source.isOutsideVersion(question)
      && !source.askedElsewhere.contains(question.index)
      && (question.repeatName == source.definition.repetition?.name
        || source.definition.repetition == nil)
    {
      try findings.write(
        Finding(.questionNotInSource(question), at: position, question: question.name).fields)
    }
  }
  /// Reports choices without a column of which the survey tool alone says that they were not offered.
  private func reportChoices(of source: PreparedSource, at position: Position) throws(RunError) {
    let choices = ChoicesWithoutColumn(
      source: source.definition, entry: source.entry, mapping: source.mapping)
    let notOffered = try choices.notOffered(pipeline.form)
    for question in pipeline.form.questions where !choices.isDeclared(for: question) {
      let missing = notOffered.filter { $0.question.index == question.index }.map(\.choice)
      guard !missing.isEmpty else { continue }
      try findings.write(
        Finding(.choicesNotInSource(missing, of: question), at: position, question: question.name)
          .fields)
    }
  }
}
