import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import SurveyTools
import Tabular

/// What anybody can know of the replies before a table is printed: who replied, and what exports say
/// of options that nobody ticked.
struct KnownReplies {
  let units: [UnitEntry]
  /// The questions that some answered to whom they did not apply. Of all others a reader takes it
  /// that nobody did.
  let brokenRoutings: Set<String>
  private let conventions: Set<HeaderConvention>

  /// - Parameter validated: The folder of the third stage.
  init(in validated: String, _ pipeline: PipelineDefinition) throws(RunError) {
    units = try UnitEntry.read(from: validated)
    conventions = Set(try SourceEntry.read(from: validated).map(\.convention))
    var broken: Set<String> = []
    switch pipeline.behindSkip {
    case .report:
      try FindingRow.forEach(in: "\(validated)/findings.csv") { row throws(RunError) in
        if row[.rule] == Rule.routingBroken.rawValue { broken.insert(row[.question]) }
      }
    // Nothing says of which questions; it may be of any.
    case .keep: broken = Set(pipeline.form.questions.filter { $0.relevant != nil }.map(\.name))
    case .blank: break
    }
    brokenRoutings = broken
  }

  /// Whether a tick set may be answered without a tick.
  func mayBeEmpty(_ question: Question, _ pipeline: PipelineDefinition) -> Bool {
    pipeline.sources.contains { source in
      source.conventions(of: question).noughtsAreAnswers
        ?? conventions.contains(where: \.tool.ticks.noughtsAreAnswers)
    }
  }
}
