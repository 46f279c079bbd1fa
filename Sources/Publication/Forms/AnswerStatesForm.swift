import Basics
import DisclosureControl
import Printing
import Tabular

/// `machine/answer-states.csv`: the six answer states of every question, as stage 4 counted them; in place
/// of a count that is not released stands `suppressed`.
struct AnswerStatesForm: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let writer = try CSVWriter(
      path: MachineFolder.path(of: ReleasedAnswerStates.fileName, below: folder),
      header: ReleasedAnswerStates.header)
    for line in content.answerStates.lines {
      try writer.write(
        line.keys
          + line.counts.map { count in
            switch count {
            case .value(let count): String(count)
            case .withheld(let reason): reason.rawValue
            }
          })
    }
    try writer.commit()
  }
}
