import Basics
import Questionnaire
import Tabular

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

  private let writer: CSVWriter

  init(in folder: String) throws(RunError) {
    writer = try CSVWriter(path: "\(folder)/movers.csv", header: Self.header)
  }

  func write(_ movers: [Mover]) throws(RunError) {
    for mover in movers {
      let note = [mover.unit.note, mover.pair.breakNote.map { "break: \($0)" } ?? ""]
      try writer.write(
        [mover.pair.name, mover.unit.key, mover.unit.name] + cells(mover.old) + cells(mover.new) + [
          mover.direction.rawValue, mover.pair.marks.joined(separator: " "),
          note.filter { !$0.isEmpty }.joined(separator: "; "),
        ])
    }
  }

  func commit() throws(RunError) {
    try writer.commit()
  }

  private func cells(_ answer: Mover.Answer) -> [String] {
    [answer.state?.rawValue ?? "", answer.value, answer.label]
  }
}
