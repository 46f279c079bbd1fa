import Basics
import Definition
import Interchange
import Questionnaire
import Tabular

/// What one record answers to one question.
enum RecordAnswer {
  case notAsked
  case noAnswer
  /// The bytes of the answer field.
  case field([UInt8])
  case text(String)
  /// The fields that no code fits.
  case unclear([UnclearField])
}

/// A field, or several together, that no code fits.
struct UnclearField {
  let source: String
  let record: Int
  let position: RecordPosition
  let heading: String
  let text: String
  /// What is wrong, where it is not that the text is no answer to the question.
  var doubt: String?
  let suggestion: String
}

extension PreparedSource {
  /// The text of a field of the cursor's record; empty for a blank one.
  func text(_ cursor: RecordCursor, _ column: Int) throws(RunError) -> String {
    switch cursor.field(column) {
    case .blank: ""
    case .seen(let number): texts[column][number].text
    case .text(let text): text
    }
  }

  /// - Parameter received: When the record was received, as the submission files have it.
  func answer(
    to question: Question, in cursor: RecordCursor, received: String
  ) throws(RunError) -> RecordAnswer {
    switch mapping.questions[question.index] {
    case .none:
      return askedElsewhere.contains(question.index) ? blank(question) : .notAsked
    case .fixed(let value):
      return fixed(value, question, received: received)
    case .ticks(let columns):
      return try ticks(of: question, columns, cursor)
    case .ranks(let columns):
      return try ranking(of: question, columns, cursor, isByRank: false)
    case .rankedBy(let columns):
      return try ranking(of: question, columns, cursor, isByRank: true)
    case .whole(let column), .otherText(let column), .writeIn(let column, _):
      return try answer(to: question, column, cursor)
    case .textAndOther(let column, let other):
      return try text(of: question, column, and: other, cursor)
    case .wholeAndTicks(let column, let columns):
      return try answer(to: question, column, and: columns, cursor)
    case .wholeOrOther(let column, let other):
      if let choice = try otherChoice(of: question, column, other: other, cursor: cursor) {
        return choice
      }
      return try answer(to: question, column, cursor)
    }
  }

  private func answer(
    to question: Question, _ column: Int, _ cursor: RecordCursor
  ) throws(RunError) -> RecordAnswer {
    switch try outcome(of: question, column, cursor) {
    case .noAnswer: return blank(question)
    case .field(let bytes, _): return .field(bytes)
    case .text(let text): return .text(text)
    case .unclear(let suggestion):
      return .unclear([try unclear(column, suggestion: suggestion, cursor: cursor)])
    }
  }

  /// The answer of one column, unless it is blank and the columns of the choices tell more; unclear
  /// where they contradict it.
  private func answer(
    to question: Question, _ whole: Int, and columns: [TickColumn], _ cursor: RecordCursor
  ) throws(RunError) -> RecordAnswer {
    let answer = try answer(to: question, whole, cursor)
    switch answer {
    case .noAnswer, .notAsked: return try ticks(of: question, columns, cursor)
    case .text, .unclear: return answer
    case .field(let field):
      for (index, column) in columns.enumerated() {
        let isTicked = field[column.code] != AnswerField.unticked
        switch try tick(of: question, index, column: column, cursor: cursor) {
        case .blank: continue
        case .nought where !isTicked, .ticked where isTicked: continue
        case .nought, .ticked, .unclear:
          let heading = self.columns[column.column].heading
          let tick = try text(cursor, column.column)
          return .unclear([
            try unclear(
              whole,
              suggestion:
                "mend the record: column '\(heading)' has '\(tick)', which says otherwise",
              cursor: cursor)
          ])
        }
      }
      return answer
    }
  }

  private func tick(
    of question: Question, _ position: Int, column: TickColumn, cursor: RecordCursor
  ) throws(RunError) -> TickReader.Tick {
    switch cursor.field(column.column) {
    case .blank: .blank
    case .seen(let number): ticks[question.index][position][number]
    case .text(let text): tickReaders[question.index]?.tick(text, code: column.code) ?? .unclear
    }
  }

  private func outcome(
    of question: Question, _ column: Int, _ cursor: RecordCursor
  ) throws(RunError) -> AnswerReader.Outcome {
    switch cursor.field(column) {
    case .blank: .noAnswer
    case .seen(let number): outcomes[question.index][number]
    case .text(let text):
      read(text, to: question, in: mapping.questions[question.index])
    }
  }

  private func read(
    _ text: String, to question: Question, in columns: QuestionColumns
  ) -> AnswerReader.Outcome {
    switch columns {
    case .otherText: readers[question.index].readOther(text)
    case .writeIn(_, let asked):
      readers[question.index].readWriteIn(text, to: readers[asked])
    case .none, .whole, .ticks, .ranks, .rankedBy, .wholeOrOther, .wholeAndTicks, .textAndOther,
      .fixed:
      readers[question.index].read(text)
    }
  }

  /// What somebody wrote in the column of a text, and in another one besides: both, below one another, unless
  /// they are the same.
  private func text(
    of question: Question, _ column: Int, and other: QuestionColumns, _ cursor: RecordCursor
  ) throws(RunError) -> RecordAnswer {
    var texts: [String] = []
    for (column, columns) in [(column, .whole(column))] + other.columns.map({ ($0, other) }) {
      switch read(try text(cursor, column), to: question, in: columns) {
      case .text(let text) where !texts.contains(text): texts.append(text)
      case .unclear(let suggestion):
        return .unclear([try unclear(column, suggestion: suggestion, cursor: cursor)])
      case .text, .noAnswer, .field: continue
      }
    }
    return texts.isEmpty ? blank(question) : .text(texts.joined(separator: "\n"))
  }

  /// What all records of the source answer.
  private func fixed(
    _ value: FixedAnswer.Value, _ question: Question, received: String
  ) -> RecordAnswer {
    switch value {
    case .choice(let code):
      .field(AnswerField.letters(code, of: question.asked.choices?.count ?? 0))
    // A moment begins with its day.
    case .received: .field(Array(received.utf8.prefix(10)))
    }
  }

  /// A blank answers nothing, or was not asked.
  private func blank(_ question: Question) -> RecordAnswer {
    isOutsideVersion(question) ? .notAsked : .noAnswer
  }

  /// The choice "other", where the answer is blank and something was written under "other".
  private func otherChoice(
    of question: Question, _ whole: Int, other: Int, cursor: RecordCursor
  ) throws(RunError) -> RecordAnswer? {
    guard case .blank = cursor.field(whole), let choices = question.asked.choices,
      let code = choices.firstIndex(where: { $0.name == "other" }),
      !TextKey(try text(cursor, other)).isEmpty
    else { return nil }
    return .field(AnswerField.letters(code, of: choices.count))
  }

  /// The field of a select_multiple that has a column an option.
  private func ticks(
    of question: Question, _ columns: [TickColumn], _ cursor: RecordCursor
  ) throws(RunError) -> RecordAnswer {
    guard let reader = tickReaders[question.index] else { return .notAsked }
    var ticks: [(code: Int, tick: TickReader.Tick)] = []
    var unclear: [UnclearField] = []
    for (index, column) in columns.enumerated() {
      let tick = try tick(of: question, index, column: column, cursor: cursor)
      if tick == .unclear {
        unclear.append(
          try self.unclear(
            column.column, suggestion: reader.advice(try text(cursor, column.column), to: question),
            cursor: cursor))
      }
      ticks.append((column.code, tick))
    }
    guard let field = reader.field(ticks) else { return .unclear(unclear) }
    return field == [AnswerField.noAnswer] ? blank(question) : .field(field)
  }

  /// The field of a ranking that has a column an option or a column a rank.
  private func ranking(
    of question: Question, _ columns: [TickColumn], _ cursor: RecordCursor, isByRank: Bool
  ) throws(RunError) -> RecordAnswer {
    guard let reader = rankReaders[question.index] else { return .notAsked }
    var ranked: [(code: Int, rank: Int)] = []
    var unclear: [UnclearField] = []
    for (index, column) in columns.enumerated() {
      let mark: RankReader.Mark =
        switch cursor.field(column.column) {
        case .blank: .blank
        case .seen(let number): marks[question.index][index][number]
        case .text(let text): isByRank ? reader.choice(text) : reader.rank(text)
        }
      switch mark {
      case .blank: break
      case .number(let number):
        ranked.append(isByRank ? (number, column.code) : (column.code, number))
      case .unclear:
        unclear.append(try self.unclear(column.column, suggestion: reader.expected, cursor: cursor))
      }
    }
    guard unclear.isEmpty else { return .unclear(unclear) }
    guard let field = reader.field(ranked) else {
      let texts = try columns.map { column throws(RunError) in try text(cursor, column.column) }
      return .unclear([
        try self.unclear(
          columns[0].column,
          suggestion: "mend the record: two options share a rank, or a rank is left out",
          cursor: cursor, text: texts.joined(separator: "; "))
      ])
    }
    return field == [AnswerField.noAnswer] ? blank(question) : .field(field)
  }

  private func unclear(
    _ column: Int, suggestion: String, cursor: RecordCursor, text: String? = nil
  ) throws(RunError) -> UnclearField {
    let own = try self.text(cursor, column)
    let item = itemPositions.item(of: column, in: cursor.record)
    return UnclearField(
      source: entry.file, record: item?.record ?? cursor.record,
      position: item?.position ?? cursor.position, heading: columns[column].heading,
      text: text ?? own, suggestion: suggestion)
  }
}
