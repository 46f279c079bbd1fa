import Basics
import Definition
import DisclosureControl
import Interchange
import Questionnaire
import Register
import Tabular

/// One round: what its units answered, as stage 3 left it.
///
/// All submissions that count are held, since those of the two rounds stand in different files and
/// another order.
struct Round {
  let name: String
  let pipeline: PipelineDefinition
  let units: ReportingUnits
  /// The answers of each unit in the order of `units`; nil for one that did not reply.
  private let rows: [StageRow?]

  init(
    _ definition: CollectionDefinition, _ submissions: ReleasedSubmissions
  ) throws(RunError) {
    name = definition.folders.name
    pipeline = definition.pipeline
    units = try submissions.units()
    rows = try submissions.answers(of: units)
    try assertCounts(against: try submissions.answerStates())
  }

  /// Whether nothing tells any of its respondents from those of another round.
  var isAnonymous: Bool { pipeline.sources.allSatisfy { $0.unit == .record } }

  /// Whether a unit is called by where its record stands, as anonymous respondents are.
  func isAnonymous(_ key: String) -> Bool {
    guard let mark = key.lastIndex(of: "#"), Int(key[key.index(after: mark)...]) != nil else {
      return false
    }
    let file = String(key[..<mark])
    return pipeline.sources.first { $0.matches(file) }?.unit == .record
  }

  func replied(_ unit: Int) -> Bool { rows[unit] != nil }

  func state(of question: Question, _ unit: Int) -> AnswerState {
    guard let row = rows[unit] else { return .didNotReply }
    return AnswerField.state(row.code(question.index) ?? AnswerField.noAnswer)
  }

  /// The bytes of an answer; none where the unit did not reply.
  func field(of question: Question, _ unit: Int) -> ArraySlice<UInt8> {
    rows[unit]?[question.index] ?? []
  }

  /// The answers of a unit, for conditions; nil for one that did not reply.
  func answers(_ unit: Int) -> RoundAnswers? { rows[unit].map { RoundAnswers(row: $0) } }

  /// The name of a unit on the day of the cut-off.
  func printedName(of key: String) -> String {
    pipeline.register?.name(of: key, in: pipeline.language) ?? key
  }

  /// Stage 4 counted the same answers: a difference is our fault.
  private func assertCounts(against states: ReleasedAnswerStates) throws(RunError) {
    for line in states.lines where line.isOfAllUnits {
      guard let question = pipeline.form[line.question] else { continue }
      var counts: [AnswerState: Int] = [:]
      for unit in units.indices { counts[state(of: question, unit), default: 0] += 1 }
      for (state, counted) in zip(AnswerState.allCases, line.counts) {
        guard let counted = counted.value, counted != counts[state] ?? 0 else { continue }
        throw RunError(
          path: name, id: .fault(.otherCount),
          "stage 4 has \(counted) units with '\(state.rawValue)' for '\(question.name)', the "
            + "comparison \(counts[state] ?? 0). This is a fault of the program; please report it")
      }
    }
  }
}
