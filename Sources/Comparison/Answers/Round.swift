import Basics
import Definition
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
  let units: [UnitEntry]
  /// The answers of each unit in the order of `units`; nil for one that did not reply.
  private var rows: [StageRow?]

  init(_ collection: CollectionFolders, _ pipeline: PipelineDefinition) throws(RunError) {
    name = collection.name
    self.pipeline = pipeline
    let validated = collection.folder(of: .validate)
    units = try UnitEntry.read(from: validated)
    rows = [StageRow?](repeating: nil, count: units.count)
    for partition in Set(units.filter { $0.fate == .replied }.map(\.partition)).sorted() {
      let reader = try StageTableReader(path: "\(validated)/\(partition).csv")
      let unit = try reader.position(of: "unit")
      while try reader.next() {
        rows[try reader.integer(unit) - 1] = reader.row(from: SubmissionLayout.firstAnswer)
      }
    }
    try assertCounts(against: collection.folder(of: .aggregate))
  }

  /// Whether nothing tells its respondents from those of another round.
  var isAnonymous: Bool {
    pipeline.sources.contains { $0.unit == .record }
  }

  func replied(_ unit: Int) -> Bool { rows[unit] != nil }

  func state(of question: Question, _ unit: Int) -> AnswerState {
    guard let row = rows[unit] else { return .didNotReply }
    return AnswerCell.state(row.code(question.index) ?? AnswerCell.noAnswer)
  }

  /// The bytes of an answer; none where the unit did not reply.
  func cell(of question: Question, _ unit: Int) -> ArraySlice<UInt8> {
    rows[unit]?[question.index] ?? []
  }

  /// The name of a unit on the day of the cut-off.
  func printedName(of key: String) -> String {
    pipeline.register?.name(of: key, in: pipeline.language) ?? key
  }

  /// Stage 4 counted the same answers: a difference is our fault.
  private func assertCounts(against aggregated: String) throws(RunError) {
    let file = try CSVFile(
      path: "\(aggregated)/answer-states.csv", requiring: ["question", "attribute"],
      kind: .dataRejected)
    for row in file.rows where row["attribute"].isEmpty {
      guard let question = pipeline.form[row["question"]] else { continue }
      var counts: [AnswerState: Int] = [:]
      for unit in units.indices { counts[state(of: question, unit), default: 0] += 1 }
      for state in AnswerState.allCases where String(counts[state] ?? 0) != row[state.rawValue] {
        throw RunError(
          .internalFault, path: file.path, line: row.line, rule: "other-count",
          "stage 4 has \(row[state.rawValue]) units with '\(state.rawValue)' for "
            + "'\(question.name)', the comparison \(counts[state] ?? 0). This is a fault of the "
            + "program; please report it")
      }
    }
  }
}
