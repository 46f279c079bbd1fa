import Basics
import Definition
import Questionnaire
import Tabular

/// `aggregated/answer-states.csv`: the six answer states of every question, for all units and every
/// group, the population last.
struct CountedAnswerStates: Sendable {
  /// A line: the question, the attribute and the code of the group, and its counts.
  struct Line: Sendable {
    let keys: [String]
    let counts: [Int]
  }

  static let name = "answer-states.csv"
  static let keys = ["question", "attribute", "code"]
  static let counts = AnswerState.allCases.map(\.rawValue) + ["population"]

  let lines: [Line]

  /// - Throws: `dataRejected` where a count is none.
  init(folder: String) throws(RunError) {
    let file = try CSVFile(
      path: "\(folder)/\(Self.name)", requiring: Self.keys + Self.counts, kind: .dataRejected)
    var lines: [Line] = []
    for row in file.rows {
      var counts: [Int] = []
      for name in Self.counts {
        guard let count = Int(row[name]) else {
          throw RunError(
            .dataRejected, path: file.path, line: row.line, rule: "damaged-field",
            "found '\(row[name])' under \(name); expected a count. Delete the folder and run "
              + "'make report' again")
        }
        counts.append(count)
      }
      lines.append(Line(keys: Self.keys.map { row[$0] }, counts: counts))
    }
    self.lines = lines
  }

  /// The lines that belong to each of the plan's tables of states, in their order.
  func lines(of plan: TablePlan) -> [(table: Table, lines: ArraySlice<Line>)] {
    var rest = lines[...]
    return plan.stateTables.map { table in
      defer { rest = rest.dropFirst(table.columns.count) }
      return (table, rest.prefix(table.columns.count))
    }
  }
}
