import Basics
import Interchange
import Questionnaire
import Tabular

/// One submission with its answer cells, as stage 2 wrote it and this stage may mark it.
struct Submission: Sendable, Equatable {
  let number: Int
  /// Where the record stands among all: of two of one moment the later one counts.
  let order: Int
  let source: Int
  let record: Int
  let position: RecordPosition
  let received: Timestamp
  let unit: Int
  /// The answer cells in the order of the form; the bytes of `AnswerCell`.
  var cells: StageRow
  /// The texts that rules rest on, by the index of their question; the others stand in `texts.csv`.
  var texts: [Int: String] = [:]

  /// The answer as data staff write it.
  func value(of question: Question) -> String {
    if question.type == .text { return texts[question.index] ?? "" }
    return AnswerValue(cell: cells[question.index], of: question.type).names(of: question.type)
  }

  func state(_ question: Int) -> AnswerState {
    AnswerCell.state(cells.code(question) ?? AnswerCell.noAnswer)
  }

  /// Reads all submissions of a partition.
  static func read(from path: String) throws(RunError) -> [Submission] {
    let reader = try StageTableReader(path: path)
    var submissions: [Submission] = []
    while try reader.next() {
      guard let received = Timestamp(reader.text(7)) else {
        throw reader.damaged(7, expected: "a day or a moment, such as 2005-07-29T14:03:00+02:00")
      }
      submissions.append(
        Submission(
          number: try reader.integer(0), order: try reader.integer(1),
          source: try reader.integer(2), record: try reader.integer(3),
          position: RecordPosition(
            line: try reader.integer(4), offset: try reader.integer(5),
            length: try reader.integer(6)),
          received: received, unit: try reader.integer(8),
          cells: reader.row(from: SubmissionLayout.firstAnswer)))
    }
    return submissions
  }

  func append(to writer: StageTableWriter) throws(RunError) {
    writer.append(number)
    writer.append(order)
    writer.append(source)
    writer.append(record)
    writer.append(position.line)
    writer.append(position.offset)
    writer.append(position.length)
    writer.append(received.text)
    writer.append(unit)
    writer.append(cells)
    try writer.endRow()
  }
}

extension Submission: AnswerSource {
  func code(of variable: Int) -> Int? {
    state(variable) == .answered ? AnswerCell.code(cells[variable]) : nil
  }

  func code(rankedAt rank: Int, of variable: Int) -> Int? {
    state(variable) == .answered ? AnswerCell.code(rankedAt: rank, in: cells[variable]) : nil
  }

  func isSelected(_ code: Int, of variable: Int) -> Bool {
    guard state(variable) == .answered else { return false }
    let cell = cells[variable]
    return code < cell.count && cell[cell.startIndex + code] != AnswerCell.unticked
  }

  func text(of variable: Int) -> String {
    guard state(variable) == .answered else { return "" }
    if let text = texts[variable] { return text }
    return String(validating: cells[variable], as: UTF8.self) ?? ""
  }
}
