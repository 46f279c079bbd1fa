import Basics
import Definition
import Interchange
import Tabular

/// What is added to the messages of rules that decide the exit status only above a share: the base
/// is known when all is judged.
struct FindingNotes {
  private var notes: [String: String] = [:]

  init(_ rules: [DeclaredRule], _ outcomes: [RuleOutcome]) {
    for (rule, outcome) in zip(rules, outcomes) {
      guard let failAbove = rule.failAbove, let base = outcome.base, base > 0 else { continue }
      let share = Rational.percent(outcome.affected, of: base).percentText(decimals: 1)
      notes[rule.id] =
        " (\(outcome.affected) of \(base) \(rule.baseLabel), \(share) per cent; decides the exit "
        + "status above \(failAbove))"
    }
  }

  /// Moves a list of findings that this run has written to another list, with the notes.
  func move(_ path: String, to writer: CSVWriter) throws(RunError) {
    if notes.isEmpty { try writer.append(recordsOf: path) } else { try copy(path, to: writer) }
    try FileSystem.remove(path)
  }

  private func copy(_ path: String, to writer: CSVWriter) throws(RunError) {
    try FindingRow.forEach(in: path) { row throws(RunError) in
      let note = notes[row[.rule]].map { Array($0.utf8) } ?? []
      for column in Finding.Column.allCases {
        writer.append(row.bytes(column) + (column == .message ? note : []))
      }
      try writer.endRecord()
    }
  }
}
