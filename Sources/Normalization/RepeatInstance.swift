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

/// How the answers of an instance to the questions of its repeat stand in a row.
struct InstanceFields {
  /// What an answer is, as far as answers are put together by it.
  enum Kind: Equatable {
    /// One of so many choices, or any of them.
    case choice(Int), ticks(Int)
    case number, date, text
  }

  let questions: [Question]
  let kinds: [Kind]
  /// The width of each answer.
  let widths: [Int]
  /// Where each begins.
  let starts: [Int]

  init(_ questions: [Question], sources: [PreparedSource]) {
    self.questions = questions
    kinds = questions.map { question in
      switch question.asked {
      case .selectOne(let list): .choice(list.choices.count)
      case .selectMultiple(let list), .rank(let list): .ticks(list.choices.count)
      case .integer, .decimal: .number
      case .date: .date
      case .text: .text
      }
    }
    let widths = questions.map { question in
      AnswerField.width(of: question.asked)
        ?? sources.map { $0.width(of: question) }.max() ?? 1
    }
    self.widths = widths
    // With a separator behind each.
    starts = widths.indices.map { widths[..<$0].reduce($0, +) }
  }

  /// The bytes of a row: every one has as many.
  var rowWidth: Int { widths.reduce(0, +) + max(0, widths.count - 1) }
}
