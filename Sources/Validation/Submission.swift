import Basics
import Interchange
import Questionnaire
import Tabular

/// One submission with its answer fields, as stage 2 wrote it and this stage may mark it.
struct Submission: Sendable, Equatable {
  let number: Int
  /// Where the record stands among all: of two of one moment the later one counts.
  let order: Int
  let source: Int
  let record: Int
  let position: RecordPosition
  let received: Timestamp
  let unit: Int
  /// The answer fields in the order of the form; the bytes of `AnswerField`.
  var fields: StageRow
  /// The texts that rules rest on, by the index of their question; the others stand in `texts.csv`.
  var texts: [Int: String] = [:]
  /// A digest of its instances of repeats, in any order; 0 where none are taken by themselves.
  var instances: UInt64 = 0

  /// The answer as data staff write it.
  func value(of question: Question) -> String {
    if question.type == .text { return texts[question.index] ?? "" }
    return AnswerValue(field: fields[question.index], of: question.type).names(of: question.type)
  }

  func state(_ question: Int) -> AnswerState {
    AnswerField.state(fields.code(question) ?? AnswerField.noAnswer)
  }

  /// Notes what instances submissions have.
  static func note(_ instances: [Int: [Submission]], in submissions: inout [Submission]) {
    for index in submissions.indices {
      for instance in instances[submissions[index].number] ?? [] {
        submissions[index].instances &+= instance.fields.digest
      }
    }
  }

  /// Brings submissions into the order of their units, those of one unit as they came.
  static func sortByUnit(_ submissions: inout [Submission]) {
    let isInOrder = submissions.indices.dropFirst().allSatisfy {
      submissions[$0 - 1].unit <= submissions[$0].unit
    }
    // They came in the order of their numbers.
    if !isInOrder { submissions.sort { ($0.unit, $0.number) < ($1.unit, $1.number) } }
  }

  /// Reads all submissions of a partition.
  static func read(from path: String) throws(RunError) -> [Submission] {
    let reader = try StageTableReader(path: path)
    var submissions: [Submission] = []
    while try reader.next() {
      guard let received = Timestamp(reader.bytes(7)) else {
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
          fields: reader.row(from: SubmissionLayout.firstAnswer)))
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
    writer.append(fields)
    try writer.endRow()
  }
}

extension Submission: AnswerSource {
  func code(of variable: Int) -> Int? {
    state(variable) == .answered ? AnswerField.code(of: variable, in: fields) : nil
  }

  func code(rankedAt rank: Int, of variable: Int) -> Int? {
    state(variable) == .answered ? AnswerField.code(rankedAt: rank, in: fields[variable]) : nil
  }

  func isSelected(_ code: Int, of variable: Int) -> Bool {
    guard state(variable) == .answered else { return false }
    let field = fields.range(of: variable)
    return code < field.count
      && fields.byte(at: field.lowerBound + code) != AnswerField.unticked
  }

  var dayOfReceipt: String { received.day.description }

  func text(of variable: Int) -> String {
    guard state(variable) == .answered else { return "" }
    if let text = texts[variable] { return text }
    return String(validating: fields[variable], as: UTF8.self) ?? ""
  }

  func isUnclear(_ variable: Int) -> Bool { fields.code(variable) == AnswerField.unclear }
}
