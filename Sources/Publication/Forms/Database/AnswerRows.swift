import Basics
import Databases
import Interchange
import Questionnaire
import Tabular

/// Writes what was answered, row by row; no text is made for a field.
struct AnswerRows {
  /// How the answers to a question are written.
  private enum Kind {
    case one, several, ranking, number, date, nothing
  }

  private struct Writing {
    let kind: Kind
    /// Its column in the table.
    let position: Int
    /// Where the names of its choices begin, and how many there are.
    var names = 0..<0
  }

  private let rows: RowInserter
  private let isOfInstances: Bool
  private let writings: [Writing]
  /// The names of all choices, those of each question in their order.
  private let constants: [RowInserter.Constant]
  private let names: [[UInt8]]
  /// The names of the sources by their number.
  private let sources: [Int: RowInserter.Constant]
  private var states: [UInt8]
  private var text: [UInt8] = []
  /// The submission of the row before, and how many rows it has had.
  private var last = (submission: 0, rows: 0)

  init(
    _ rows: RowInserter, _ columns: AnswerColumns, sources: [Int: String], isOfInstances: Bool
  ) {
    self.rows = rows
    self.isOfInstances = isOfInstances
    self.sources = sources.mapValues { rows.constant($0) }
    var position = AnswerColumns.fixed(isOfInstances: isOfInstances).count
    var writings: [Writing] = []
    var names: [String] = []
    for question in columns.form.questions {
      let first = names.count
      names += (question.type.choices ?? []).map(\.name)
      let kind = Self.kind(of: question.type)
      writings.append(Writing(kind: kind, position: position, names: first..<names.count))
      if columns.names[question.index] != nil { position += 1 }
    }
    self.writings = writings
    constants = names.map { rows.constant($0) }
    self.names = names.map { Array($0.utf8) }
    states = Array(repeating: 0, count: writings.count)
  }

  private static func kind(of type: AnswerType) -> Kind {
    switch type {
    case .selectOne: .one
    case .selectMultiple: .several
    case .rank: .ranking
    case .integer, .decimal: .number
    case .date: .date
    case .text: .nothing
    }
  }

  /// What stands for a state in the column `states`; nil for one that no submission has.
  static func mark(of state: AnswerState) -> String? {
    switch state {
    case .answered: String(UnicodeScalar(answered))
    case .noAnswer: String(UnicodeScalar(AnswerField.noAnswer))
    case .notApplicable: String(UnicodeScalar(AnswerField.notApplicable))
    case .notAsked: String(UnicodeScalar(AnswerField.notAsked))
    case .unclear: String(UnicodeScalar(AnswerField.unclear))
    case .didNotReply: nil
    }
  }

  private static let answered = UInt8(ascii: "a")

  mutating func write(_ reader: StageTableReader) throws(RunError) {
    let submission = try reader.integer(SubmissionLayout.Fixed.submission)
    last = submission == last.submission ? (submission, last.rows + 1) : (submission, 1)
    rows.bind(submission, at: 0)
    if isOfInstances { rows.bind(last.rows, at: 1) }
    let first = isOfInstances ? 2 : 1
    rows.bind(try reader.integer(SubmissionLayout.Fixed.unit), at: first)
    rows.bind(text: reader.bytes(SubmissionLayout.Fixed.received), at: first + 1)
    if let source = sources[try reader.integer(SubmissionLayout.Fixed.source)] {
      rows.bind(source, at: first + 2)
    }
    rows.bind(try reader.integer(SubmissionLayout.Fixed.line), at: first + 3)
    reader.withFields { row, fields in
      for index in writings.indices {
        var field = fields[SubmissionLayout.column(of: index)]
        // Fields are right-aligned.
        while field.count > 1, row[field.lowerBound] == UInt8(ascii: " ") {
          field = field.lowerBound + 1..<field.upperBound
        }
        let mark = field.isEmpty ? AnswerField.noAnswer : row[field.upperBound - 1]
        guard AnswerField.state(mark) == .answered else {
          states[index] = mark
          continue
        }
        states[index] = Self.answered
        bind(row.extracting(field), writings[index])
      }
    }
    rows.bind(text: states[...], at: first + 4)
    try rows.insert()
  }

  private mutating func bind(_ field: Span<UInt8>, _ writing: Writing) {
    switch writing.kind {
    case .nothing: return
    case .one:
      var code = 0
      for index in field.indices { code = code * 26 + Int(field[index] &- UInt8(ascii: "a")) }
      guard code < writing.names.count else { return }
      rows.bind(constants[writing.names.lowerBound + code], at: writing.position)
    case .several:
      text.removeAll(keepingCapacity: true)
      for code in field.indices where field[code] != AnswerField.unticked {
        append(writing.names.lowerBound + code)
      }
      rows.bind(text: text[...], at: writing.position)
    case .ranking:
      text.removeAll(keepingCapacity: true)
      for rank in 0..<writing.names.count {
        let letter = UInt8(ascii: "a") + UInt8(truncatingIfNeeded: rank)
        guard let code = field.indices.first(where: { field[$0] == letter }) else { break }
        append(writing.names.lowerBound + code)
      }
      rows.bind(text: text[...], at: writing.position)
    case .number: rows.bind(number: field, at: writing.position)
    case .date: rows.bind(text: field, at: writing.position)
    }
  }

  private mutating func append(_ name: Int) {
    if !text.isEmpty { text.append(UInt8(ascii: " ")) }
    text += names[name]
  }
}
