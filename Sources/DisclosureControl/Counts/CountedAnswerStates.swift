import Basics
import Definition
import Interchange
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

  let lines: [Line]

  init(folder: String) throws(RunError) {
    let counts = AnswerState.allCases.map { AnswerStateColumn($0) } + [.population]
    let path = "\(folder)/\(AnswerStateColumn.fileName)"
    lines = try StageList<AnswerStateColumn>.rows(of: path) { row throws(RunError) in
      Line(
        keys: [row[.question], row[.attribute], row[.code]],
        counts: try counts.map { column throws(RunError) in try row.integer(column) })
    }
  }

  /// The questions that somebody was not asked. Whoever has the form knows of the others that there is
  /// nobody.
  var questionsNotAsked: Set<String> {
    let position = AnswerState.allCases.firstIndex(of: .notAsked) ?? 0
    return Set(lines.filter { $0.counts[position] > 0 }.map { $0.keys[0] })
  }

  private init(lines: [Line]) {
    self.lines = lines
  }

  /// - Parameter rounded: The rounded count of a line and a column.
  func rounded(_ rounded: (Int, Int) -> Int) -> CountedAnswerStates {
    CountedAnswerStates(
      lines: lines.enumerated().map { number, line in
        Line(keys: line.keys, counts: line.counts.indices.map { rounded(number, $0) })
      })
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
