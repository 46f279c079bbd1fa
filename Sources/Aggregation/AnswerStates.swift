import Basics
import Definition
import Interchange
import Questionnaire
import Tabular

/// `answer-states.csv`: `question,attribute,code,answered,no_answer,not_applicable,not_asked,`
/// `unclear,did_not_reply,population`; the first row of a question is for all units.
enum AnswerStates {
  /// Asserts that for every question and group the six states sum to the population.
  ///
  /// - Throws: `internalFault`; a sum that does not hold is our mistake, never the data's.
  static func assertHold(
    _ tally: Tally, _ counters: some Sequence<TableCounter>, folder: String
  ) throws(RunError) {
    for counter in counters {
      for column in counter.table.columns.indices {
        let counts = counts(tally, counter: counter, column: column)
        guard counts.dropLast().reduce(0, +) == counts.last else {
          throw RunError(
            path: folder, id: .fault(.answerStates),
            "the answer states of '\(counter.table.id)' in '\(counter.table.columns[column].id)' are "
              + "\(counts.dropLast()), which do not sum to the population of \(counts.last ?? 0). "
              + "This is a fault of the program; please report it")
        }
      }
    }
  }

  static func write(
    _ tally: Tally, _ counters: some Sequence<TableCounter>, to folder: String
  ) throws(RunError) {
    let writer = try CSVWriter(
      path: "\(folder)/\(AnswerStateColumn.fileName)", header: AnswerStateColumn.header)
    for counter in counters {
      for (index, column) in counter.table.columns.enumerated() {
        try writer.write(
          [counter.table.id, column.variableName, column.path.isEmpty ? "" : column.id]
            + counts(tally, counter: counter, column: index).map(String.init))
      }
    }
    try writer.commit()
  }

  private static func counts(_ tally: Tally, counter: TableCounter, column: Int) -> [Int] {
    counter.table.rows.indices.map { row in
      tally.counts[counter.firstCell + counter.table.cell(row: row, column: column)]
    }
  }
}
