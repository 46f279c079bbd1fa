import Basics
import Definition
import Questionnaire
import Tabular

/// `answer-states.csv`: the six answer states of every question, as stage 4 counted them; where a
/// count may not be told, `suppressed` stands in its place.
struct AnswerStatesFile {
  static let name = "answer-states.csv"

  private let file: CSVFile
  private static let keys = ["question", "attribute", "code"]
  private static let counts = AnswerState.allCases.map(\.rawValue) + ["population"]

  init(folder: String) throws(RunError) {
    file = try CSVFile(
      path: "\(folder)/\(Self.name)", requiring: Self.keys + Self.counts, kind: .dataRejected)
  }

  /// The counts by question, line and state, the population last.
  func lines(of plan: TablePlan) -> [[[Int]]] {
    var lines = file.rows.map { row in Self.counts.map { Int(row[$0]) ?? 0 } }[...]
    return plan.stateTables.map { table in
      defer { lines = lines.dropFirst(table.columns.count) }
      return Array(lines.prefix(table.columns.count))
    }
  }

  func write(_ disclosure: Disclosure, to folder: String) throws(RunError) {
    let writer = try CSVWriter(path: "\(folder)/\(Self.name)", header: Self.keys + Self.counts)
    for (line, row) in file.rows.enumerated() {
      let counts = Self.counts.enumerated().map { column, name in
        disclosure.tells(state: line * Self.counts.count + column)
          ? row[name] : Disclosure.Hiding.suppressed.rawValue
      }
      try writer.write(Self.keys.map { row[$0] } + counts)
    }
    try writer.commit()
  }
}
