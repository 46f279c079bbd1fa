import Basics
import Definition
import Printing
import Questionnaire

/// `movers.csv`: `question,unit,name,from_state,from,from_label,to_state,to,to_label,direction,`
/// `status,note`, the units that answered a question in one of the rounds at least, and otherwise
/// in the other.
///
/// The states are the six answer states, or empty where the unit is none of that round. `from` and
/// `to` are names of choices of each round's own form. `direction` is `up` or `down` for numbers,
/// dates and choices whose names are numbers, in the same order in both rounds; `status` as in
/// `changes.csv`. Texts are not compared.
struct MoversFile {
  static let header = [
    "question", "unit", "name", "from_state", "from", "from_label", "to_state", "to", "to_label",
    "direction", "status", "note",
  ]

  private let file: ComparedFile

  init(in folder: String, _ locale: SpreadsheetLocale) throws(RunError) {
    file = try ComparedFile("movers.csv", header: Self.header, in: folder, locale)
  }

  func write(_ movers: [Mover]) throws(RunError) {
    for mover in movers {
      let note = [mover.unit.note, mover.pair.breakNote.map { "break: \($0)" } ?? ""]
      let last = [
        mover.direction.rawValue, mover.pair.marks.joined(separator: " "),
        note.filter { !$0.isEmpty }.joined(separator: "; "),
      ]
      try file.write(
        [mover.pair.name, mover.unit.key, mover.unit.name].map { .text($0) }
          + fields(mover.old, to: mover.pair.old) + fields(mover.new, to: mover.pair.new)
          + last.map { .text($0) })
    }
  }

  func commit() throws(RunError) {
    try file.commit()
  }

  private func fields(_ answer: Mover.Answer, to question: Question?) -> [SpreadsheetFile.Field] {
    let isFigure =
      switch question?.type {
      case .integer, .decimal, .date: answer.state == .answered
      case .selectOne, .selectMultiple, .rank, .text, nil: false
      }
    return [.text(answer.state?.rawValue ?? "")]
      + [answer.value, answer.label].map { isFigure ? .figure($0) : .text($0) }
  }
}
