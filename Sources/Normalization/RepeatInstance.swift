import Basics
import Interchange
import Questionnaire
import Tabular

/// One record of a repeat, where tables count these.
struct RepeatInstance: Sendable {
  let repeatName: String
  /// The number of its source.
  let source: Int
  let record: Int
  let position: RecordPosition
  /// The answers to the questions of the repeat, as they stand in a row.
  let fields: [UInt8]
}

/// Writes the answers of an instance to the questions of its repeat as they stand in a row.
struct InstanceFields {
  let questions: [Question]
  /// The width of each answer.
  let widths: [Int]

  init(_ questions: [Question], sources: [PreparedSource]) {
    self.questions = questions
    widths = questions.map { question in
      AnswerField.width(of: question.asked)
        ?? sources.map { $0.width(of: question) }.max() ?? 1
    }
  }

  /// The bytes of a row: every one has as many.
  var rowWidth: Int { widths.reduce(0, +) + max(0, widths.count - 1) }

  func append(_ answers: [RecordAnswer], to rows: inout [UInt8]) {
    for (index, (answer, width)) in zip(answers, widths).enumerated() {
      let field: [UInt8] =
        switch answer {
        case .notAsked: [AnswerField.notAsked]
        case .noAnswer: [AnswerField.noAnswer]
        case .field(let bytes): bytes
        case .text: [AnswerField.text]
        case .unclear: [AnswerField.unclear]
        }
      precondition(field.count <= width, "a field is wider than its column")
      if index > 0 { rows.append(UInt8(ascii: ",")) }
      rows += repeatElement(UInt8(ascii: " "), count: width - field.count)
      rows += field
    }
  }
}
