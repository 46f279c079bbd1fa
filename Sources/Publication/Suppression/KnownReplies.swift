import Interchange
import Questionnaire

/// What anybody can know of the replies before a table is printed: who replied, and what exports say
/// of options that nobody ticked.
struct KnownReplies {
  let units: [UnitEntry]
  private let conventions: Set<HeaderConvention>

  init(_ units: [UnitEntry], _ sources: [SourceEntry]) {
    self.units = units
    conventions = Set(sources.map(\.convention))
  }

  /// Whether a tick set may be answered without a tick.
  func mayBeEmpty(_ question: Question, _ pipeline: PipelineDefinition) -> Bool {
    pipeline.sources.contains { source in
      source.conventions(of: question).noughtsAreAnswers
        ?? conventions.contains(where: \.noughtsAreAnswers)
    }
  }
}
