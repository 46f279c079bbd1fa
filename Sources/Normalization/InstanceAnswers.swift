import Basics
import Interchange
import Questionnaire

/// What the instances of a repeat that belong to one submission answer to one question together.
///
/// Choices are those that any instance ticked; numbers are summed; texts and dates stand below one
/// another. An unclear answer of one instance makes that of all unclear.
struct InstanceAnswers {
  private enum Answers {
    case none
    case ticks([UInt8])
    /// Apart, since few answers are numbers.
    indirect case sum(DecimalSum)
    case texts([String])
  }

  private var answers = Answers.none
  private var unclear: [UnclearField] = []

  mutating func add(_ answer: RecordAnswer, to question: Question) {
    switch answer {
    case .notAsked, .noAnswer: break
    case .text(let text): add(text)
    case .unclear(let fields): unclear += fields
    case .field(let field):
      switch AnswerValue(field: field[...], of: question.asked) {
      case .code(let code): tick([code], question)
      case .codes(let codes): tick(codes, question)
      case .number(let number):
        var sum = DecimalSum(number)
        if case .sum(let earlier) = answers { sum += earlier }
        answers = .sum(sum)
      case .date(let date): add(date.description)
      case .none, .ranking, .text: break
      }
    }
  }

  private mutating func add(_ text: String) {
    if case .texts(let texts) = answers {
      answers = .texts(texts + [text])
    } else {
      answers = .texts([text])
    }
  }

  private mutating func tick(_ codes: [Int], _ question: Question) {
    guard case .ticks(var field) = answers else {
      answers = .ticks(AnswerField.ticks(codes, of: question.asked.choices?.count ?? 0))
      return
    }
    // Else it would be copied.
    answers = .none
    for code in codes { AnswerField.tick(code, in: &field) }
    answers = .ticks(field)
  }

  /// Whether a sum has more digits than the number of an answer can have.
  var isTooLarge: Bool {
    if case .sum(let sum) = answers { sum.decimal == nil } else { false }
  }

  /// The sum as a field; empty where it has too many digits, which the record is kept back for.
  private static func field(_ sum: DecimalSum) -> [UInt8] {
    sum.decimal.map { Array($0.description.utf8) } ?? []
  }

  func answer(to question: Question) -> RecordAnswer {
    guard unclear.isEmpty else { return .unclear(unclear) }
    return switch answers {
    case .none: .noAnswer
    case .ticks(let field): .field(field)
    case .sum(let sum): .field(Self.field(sum))
    case .texts(let texts): .text(texts.joined(separator: "\n"))
    }
  }

  /// The length of the field of a number.
  var width: Int {
    if case .sum(let sum) = answers {
      Self.field(sum).count
    } else {
      1
    }
  }
}
