import Basics
import Definition
import Findings
import Interchange
import Questionnaire
import Tabular

/// What was made of the records of a piece, as far as nothing depends on the records before: they are
/// numbered, and find their units, only when they are written.
struct JudgedRecords: Sendable {
  enum Fate: Sendable {
    case test
    /// It was not completed, and such are left out.
    case incomplete
    /// It cannot be used.
    case setAside(Objection)
    case usable(received: String, unit: UnitText)
  }

  /// What the unit column has.
  enum UnitText: Sendable {
    /// A text with its number, from 0.
    case seen(Int, String)
    case text(String)
    /// There is no such column: an anonymous respondent is called by where the record stands.
    case none(name: String)
  }

  struct Record: Sendable {
    let record: Int
    let position: RecordPosition
    let fate: Fate
    /// What it calls its unit, where the text has no number: of those each is looked at once.
    let name: UnitName?
    /// The answer fields, as they stand in a row, and those of its answers that stand elsewhere.
    let row: Range<Int>
    let texts: Range<Int>
    let unclear: Range<Int>
    /// Its instances of repeats, where tables count these.
    let instances: [RepeatInstance]
    /// What says which part of a respondent it has.
    let parts: [TextKey]
  }

  struct Unclear: Sendable {
    let question: Int
    let field: UnclearField
    let objection: Objection
  }

  fileprivate(set) var records: [Record] = []
  fileprivate(set) var rows: [UInt8] = []
  /// Question and text of the rows of `texts.csv`, as they stand there.
  fileprivate(set) var texts: [ArraySlice<UInt8>] = []
  fileprivate(set) var unclear: [Unclear] = []
}

/// Judges records of one source; what it is handed is never changed, so that many threads may.
struct RecordJudge: Sendable {
  private let source: PreparedSource
  private let repeats: SubmissionRepeats
  private let questions: [Question]
  /// Whether each stands in a repeat.
  private let isRepeated: [Bool]
  private let plain: PlainAnswers
  private let fates: FateJudge
  private let partColumns: [Int]
  /// The records that those of a mended source stand for.
  private let originals: MendingLog.Originals?

  /// - Parameter widths: Those of the answer fields.
  init(
    _ source: PreparedSource, _ repeats: RepeatJoins, questions: [Question], widths: [Int],
    originals: MendingLog.Originals?
  ) {
    self.source = source
    self.originals = originals
    self.repeats = repeats.repeats(of: source)
    self.questions = questions
    isRepeated = questions.map { $0.repeatName != nil }
    // The answers of a repeat stand in records of their own.
    plain = PlainAnswers(source, questions, widths: widths) { question in
      question.repeatName == nil ? source.mapping.questions[question.index].single : nil
    }
    fates = FateJudge(source)
    partColumns = RespondentPartsCheck.columns(of: source)
  }

  func judge(_ piece: RecordPiece) throws(RunError) -> JudgedRecords {
    let cursor = RecordCursor(piece)
    var judged = JudgedRecords()
    while try cursor.next() {
      guard repeats.begins(cursor.record) else { continue }
      let starts = (judged.rows.count, judged.texts.count, judged.unclear.count)
      var fate = try fates.fate(of: cursor)
      if let originals, case .usable = fate,
        let objection = repeats.objection(toMended: cursor, originals)
      {
        fate = .setAside(objection)
      }
      var instances: [RepeatInstance] = []
      var name: UnitName?
      if case .usable(let received, let unit) = fate {
        if case .text(let text) = unit { name = UnitName(text) }
        let numbers = repeats.numbers(of: cursor)
        try answer(cursor, received: received, of: numbers, into: &judged)
        instances = repeats.instances(of: numbers)
      }
      judged.records.append(
        JudgedRecords.Record(
          record: cursor.record, position: cursor.position, fate: fate, name: name,
          row: starts.0..<judged.rows.count, texts: starts.1..<judged.texts.count,
          unclear: starts.2..<judged.unclear.count, instances: instances, parts: try parts(cursor)))
    }
    return judged
  }

  private func parts(_ cursor: RecordCursor) throws(RunError) -> [TextKey] {
    var parts: [TextKey] = []
    for column in partColumns { parts.append(TextKey(try source.text(cursor, column))) }
    return parts
  }

  /// - Parameter numbers: Those of the record in its repeats.
  private func answer(
    _ cursor: RecordCursor, received: String, of numbers: [Int?],
    into judged: inout JudgedRecords
  ) throws(RunError) {
    let start = judged.rows.count
    judged.rows += plain.blankRow
    for index in plain.set(cursor.numbers, in: &judged.rows, from: start) {
      let field = try field(ofQuestionAt: index, cursor, received: received, numbers, into: &judged)
      let range = plain.ranges[index]
      precondition(field.count <= range.count, "a field is wider than its column")
      judged.rows.replaceSubrange(
        (start + range.upperBound - field.count)..<(start + range.upperBound), with: field)
    }
  }

  private func field(
    ofQuestionAt index: Int, _ cursor: RecordCursor, received: String, _ numbers: [Int?],
    into judged: inout JudgedRecords
  ) throws(RunError) -> [UInt8] {
    let answer =
      isRepeated[index]
      ? repeats.answer(toQuestionAt: index, of: numbers)
      : repeats.withDoubts(
        of: try source.answer(to: questions[index], in: cursor, received: received),
        to: questions[index], at: cursor.record)
    switch answer {
    case .notAsked: return [AnswerField.notAsked]
    case .noAnswer: return [AnswerField.noAnswer]
    case .field(let bytes): return bytes
    case .text(let text):
      judged.texts.append(CSVWriter.fields([questions[index].name, text])[...])
      return [AnswerField.text]
    case .unclear(let fields):
      for field in fields {
        judged.unclear.append(
          JudgedRecords.Unclear(
            question: index, field: field,
            objection: .unclearAnswer(field, to: questions[index])))
      }
      return [AnswerField.unclear]
    }
  }
}
