import Basics

extension SourceDefinition {
  /// Whether all sources say that their fields have the names of choices, and no question of them says
  /// otherwise, so that no label is ever read.
  ///
  /// Told from the file itself: the sources are understood by the form, and the form by this.
  ///
  /// - Parameter pipeline: `pipeline.yaml` as a whole.
  static func haveNamesAlone(_ pipeline: DefinitionNode) -> Bool {
    guard let sources = try? pipeline[PipelineKey.sources]?.list(), !sources.isEmpty else {
      return false
    }
    return sources.allSatisfy { source in
      let answers = (try? source[SourceKey.answers]?.pairs()) ?? []
      return hasNames(source) == true && answers.allSatisfy { hasNames($0.node) ?? true }
    }
  }

  /// Nil where it is not said.
  private static func hasNames(_ node: DefinitionNode) -> Bool? {
    guard let choices = node[AnswerKey.choices] else { return nil }
    return (try? choices.word(as: AnswerConventions.ChoiceTexts.self)) == .names
  }
}
