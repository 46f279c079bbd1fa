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
  let units: ReportingUnits
  /// The questions that some answered to whom they did not apply. Of all others a reader takes it
  /// that nobody did.
  let brokenRoutings: Set<String>
  /// The questions of which an unclear answer leaves it open to whom they apply.
  let openRoutings: Set<String>
  private let conventions: Set<HeaderConvention>

  /// - Parameter validated: The folder of the third stage.
  init(in validated: String, _ pipeline: PipelineDefinition) throws(RunError) {
    units = try UnitEntry.read(from: validated)
    conventions = Set(try SourceEntry.read(from: validated).map(\.convention))
    var (broken, open): (Set<String>, Set<String>) = ([], [])
    switch pipeline.behindSkip {
    case .report:
      let gates = pipeline.form.questions.filter { $0.relevant != nil }.map { question in
        (question.name, pipeline.form.namesBehind(question.relevant?.references ?? []))
      }
      try FindingRow.forEach(in: "\(validated)/findings.csv") { row throws(RunError) in
        if row[.rule] == Rule.routingBroken.rawValue { broken.insert(row[.question]) }
        guard row[.rule] == Rule.unclearAnswer.rawValue,
          row[.severity] != Severity.settled.rawValue
        else { return }
        for (name, gates) in gates where gates.contains(row[.question]) { open.insert(name) }
      }
    // Nothing says of which questions; it may be of any.
    case .keep: broken = Set(pipeline.form.questions.filter { $0.relevant != nil }.map(\.name))
    case .blank: break
    }
    (brokenRoutings, openRoutings) = (broken, open)
  }

  /// What is told of those who were offered a choice holds where nobody chose what was not offered.
  ///
  /// - Throws: `dataRejected` naming the questions to which some did, or of whom an unclear answer leaves
  ///   it open: their counts could not be held against each other.
  static func requireOffered(
    in validated: String, _ pipeline: PipelineDefinition, plan: TablePlan
  ) throws(RunError) {
    let form = pipeline.form
    let offers = form.questions.map { ($0.name, $0.offers(in: form).compactMap(\.self)) }
      .filter { !$0.1.isEmpty }
    guard !offers.isEmpty else { return }
    let gates = offers.map { name, conditions in
      (name, form.namesBehind(conditions.flatMap(\.variables).map { form.questions[$0].name }))
    }
    var open: Set<String> = []
    try FindingRow.forEach(in: "\(validated)/findings.csv") { row throws(RunError) in
      guard row[.severity] != Severity.settled.rawValue else { return }
      if row[.rule] == Rule.notOffered.rawValue { open.insert(row[.question]) }
      guard row[.rule] == Rule.unclearAnswer.rawValue else { return }
      for (name, gates) in gates where gates.contains(row[.question]) { open.insert(name) }
    }
    guard let name = form.questions.first(where: { open.contains($0.name) })?.name else { return }
    throw RunError(
      path: plan.path, id: .confidence(.choicesNotOffered),
      "some chose what was not offered to them in '\(name)', or an answer that decides it is unclear, "
        + "and the replies were given in confidence: how many were offered it could give others away. "
        + "Correct these answers in corrections.csv; findings.csv lists them")
  }

  /// Whether a tick set may be answered without a tick.
  func mayBeEmpty(_ question: Question, _ pipeline: PipelineDefinition) -> Bool {
    pipeline.sources.contains { source in
      source.conventions(of: question).noughtsAreAnswers
        ?? conventions.contains(where: \.tool.ticks.noughtsAreAnswers)
    }
  }
}

extension Questionnaire {
  /// The names of some questions, and of those that their routing follows from.
  fileprivate func namesBehind(_ questions: [String]) -> Set<String> {
    var names: Set<String> = []
    var open = questions
    while let name = open.popLast() {
      guard names.insert(name).inserted else { continue }
      open += self[name]?.relevant?.references ?? []
    }
    return names
  }
}
