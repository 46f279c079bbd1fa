import Basics
import Interchange
import Questionnaire
import Tabular

/// The instances of a repeat with the numbers of their submissions. There may be millions: each takes the bytes
/// of its answers, as they stand in a row, and some thirty.
struct JoinedInstances {
  /// Where a record stands.
  private struct Standing {
    let record: UInt32
    let line: UInt32
    let length: UInt32
    let source: UInt32
    let offset: Int
  }

  let questions: [Question]
  let fields: InstanceFields
  /// The answers, one row after the other.
  private(set) var rows: [UInt8] = []
  private var standings: [Standing] = []
  private var submissions: [Int32] = []
  /// What mended records stand for, by their row: the numbers of the source and of the record.
  private var originals: [Int: (source: Int, record: Int)] = [:]
  private var texts = InstanceTexts()
  private var files: [Int: String] = [:]
  private var unclear: [Int: [Int: [UnclearField]]] = [:]
  /// The rows by their submissions, in the order of their records, once all are joined.
  private var order: [Int32] = []
  /// Where those of each submission end among them.
  private var ends: [Int32] = []

  init(_ fields: InstanceFields) {
    questions = fields.questions
    self.fields = fields
  }

  /// Makes room for the records of all sources.
  mutating func reserve(_ records: Int) {
    rows.reserveCapacity(records * fields.rowWidth)
    standings.reserveCapacity(records)
    submissions.reserveCapacity(records)
  }

  /// Begins with a source, and gives its plain answers.
  mutating func begin(_ source: PreparedSource) -> PlainAnswers {
    files[source.entry.number] = source.entry.file
    return PlainAnswers(source, questions, widths: fields.widths) {
      source.mapping.questions[$0.index].single
    }
  }

  /// Adds the cursor's record.
  ///
  /// - Parameter original: What a mended record stands for.
  /// - Returns: Whether an answer of it is unclear.
  mutating func append(
    _ cursor: RecordCursor, of source: PreparedSource, to submission: Int, by plain: PlainAnswers,
    original: (source: Int, record: Int)?
  ) throws(RunError) -> Bool {
    let row = standings.count
    let first = rows.count
    rows += plain.blankRow
    var isUnclear = false
    for position in plain.set(cursor.numbers, in: &rows, from: first) {
      let answer = try source.answer(to: questions[position], in: cursor, received: "")
      let field: [UInt8]
      switch answer {
      case .notAsked: field = [AnswerField.notAsked]
      case .noAnswer: field = [AnswerField.noAnswer]
      case .field(let bytes): field = bytes
      case .text(let text):
        field = [AnswerField.text]
        texts.append(text, row: row, question: position)
      case .unclear(let fields):
        field = [AnswerField.unclear]
        unclear[row, default: [:]][position] = fields
        isUnclear = true
      }
      let range = plain.ranges[position]
      precondition(field.count <= range.count, "a field is wider than its column")
      let end = first + range.upperBound
      rows.replaceSubrange((end - field.count)..<end, with: field)
    }
    standings.append(
      Standing(
        record: UInt32(cursor.record), line: UInt32(cursor.position.line),
        length: UInt32(cursor.position.length), source: UInt32(source.entry.number),
        offset: cursor.position.offset))
    submissions.append(Int32(submission))
    if let original { originals[row] = original }
    return isUnclear
  }

  /// Brings the instances into the order of their submissions.
  ///
  /// - Parameter count: The number of these.
  mutating func sort(submissions count: Int) {
    ends = Array(repeating: 0, count: count + 1)
    for submission in submissions { ends[Int(submission) + 1] += 1 }
    for number in 1..<(count + 1) { ends[number] += ends[number - 1] }
    order = Array(repeating: 0, count: submissions.count)
    for (row, submission) in submissions.enumerated() {
      order[Int(ends[Int(submission)])] = Int32(row)
      ends[Int(submission)] += 1
    }
    ends.removeLast()
    let mended = Set(originals.keys.map { submissions[$0] })
    submissions = []
    for submission in mended {
      let range = range(of: Int(submission))
      order.replaceSubrange(
        range, with: order[range].sorted { key(ofRow: Int($0)) < key(ofRow: Int($1)) })
    }
    originals = [:]
  }

  private func key(ofRow row: Int) -> (Int, Int) {
    originals[row] ?? (Int(standings[row].source), Int(standings[row].record))
  }

  private func range(of submission: Int) -> Range<Int> {
    (submission == 0 ? 0 : Int(ends[submission - 1]))..<Int(ends[submission])
  }

  /// The rows of the instances of a submission.
  func rows(of submission: Int) -> ArraySlice<Int32> { order[range(of: submission)] }

  /// The most instances that a submission has.
  var most: Int { ends.indices.map { range(of: $0).count }.max() ?? 0 }

  /// Where the answer to a question begins and ends in `rows`.
  func range(of position: Int, inRow row: Int) -> Range<Int> {
    let start = row * fields.rowWidth + fields.starts[position]
    return start..<(start + fields.widths[position])
  }

  func text(of position: Int, inRow row: Int) -> String {
    texts.text(row: row, question: position)
  }

  func unclearFields(of position: Int, inRow row: Int) -> [UnclearField] {
    unclear[row]?[position] ?? []
  }

  /// The instance of a row as it is written.
  func instance(_ row: Int) -> RepeatInstance {
    let standing = standings[row]
    let start = row * fields.rowWidth
    return RepeatInstance(
      repeatName: questions.first?.repeatName ?? "", source: Int(standing.source),
      record: Int(standing.record), position: position(ofRow: row),
      fields: Array(rows[start..<(start + fields.rowWidth)]))
  }

  private func position(ofRow row: Int) -> RecordPosition {
    let standing = standings[row]
    return RecordPosition(
      line: Int(standing.line), offset: standing.offset, length: Int(standing.length))
  }

  /// What is unclear of an answer, and that of an instance.
  func doubt(_ doubt: String, suggestion: String, of position: Int, inRow row: Int) -> UnclearField
  {
    let standing = standings[row]
    return UnclearField(
      source: files[Int(standing.source)] ?? "", record: Int(standing.record),
      position: self.position(ofRow: row), heading: questions[position].name, text: "",
      doubt: doubt, suggestion: suggestion)
  }
}

/// The texts of instances, which few of their questions have.
private struct InstanceTexts {
  private struct Entry {
    let row: Int32
    let question: Int32
    let end: Int
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  /// - Parameter row: Not below the one before.
  mutating func append(_ text: String, row: Int, question: Int) {
    bytes += Array(text.utf8)
    entries.append(Entry(row: Int32(row), question: Int32(question), end: bytes.count))
  }

  func text(row: Int, question: Int) -> String {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if Int(entries[middle].row) < row { low = middle + 1 } else { high = middle }
    }
    while low < entries.count, Int(entries[low].row) == row {
      if Int(entries[low].question) == question {
        let start = low == 0 ? 0 : entries[low - 1].end
        return String(decoding: bytes[start..<entries[low].end], as: UTF8.self)
      }
      low += 1
    }
    return ""
  }
}
