import Basics
import Questionnaire

extension PipelineDefinition {
  /// The form with the question which version of it was filled in, where choices were offered in some
  /// versions alone.
  static func asking(
    _ form: Questionnaire, forVersions versions: [FormVersion]
  ) throws(RunError) -> Questionnaire {
    guard form.hasVersions(versions) else { return form }
    if let question = form[Questionnaire.versionName] {
      throw RunError(
        path: form.path, line: question.line, id: .form(.reservedName),
        "question '\(question.name)' has the name of the one that says which version of the form was "
          + "filled in, since some versions did not offer all choices; rename the question")
    }
    return form.asking(forVersions: versions)
  }

  /// The source that reads a file, whose records answer which version of the form they are of.
  ///
  /// - Parameter notOffered: What the columns of the file show, as `FormVersion` has it.
  /// - Returns: nil where no source reads the file.
  package func source(of file: String, notOffered: [String]) -> SourceDefinition? {
    guard let source = sources.first(where: { $0.matches(file) }) else { return nil }
    guard let question = form.position(of: Questionnaire.versionName) else { return source }
    return source.answering(
      question, with: FormVersion(day: source.version, notOffered: notOffered), among: versions)
  }

  /// The questions that say where a reply came from, which no respondent answers.
  package var questionsOfSources: Set<Int> {
    Set(sources.flatMap(\.fixed).map(\.question))
      .union([form.position(of: Questionnaire.versionName)].compactMap(\.self))
  }
}
