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

  func row(_ answers: [RecordAnswer]) -> [UInt8] {
    var row: [UInt8] = []
    for (answer, width) in zip(answers, widths) {
      let field: [UInt8] =
        switch answer {
        case .notAsked: [AnswerField.notAsked]
        case .noAnswer: [AnswerField.noAnswer]
        case .field(let bytes): bytes
        case .text: [AnswerField.text]
        case .unclear: [AnswerField.unclear]
        }
      precondition(field.count <= width, "a field is wider than its column")
      if !row.isEmpty { row.append(UInt8(ascii: ",")) }
      row += [UInt8](repeating: UInt8(ascii: " "), count: width - field.count) + field
    }
    return row
  }
}
