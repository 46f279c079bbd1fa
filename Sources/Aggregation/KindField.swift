import Interchange
import Questionnaire
import Tabular
import Tabulation

/// The fields that one question can have, numbered from 0: the marks of the four states without an
/// answer, then the answers.
struct KindField: Sendable {
  /// How the number of an answer is found.
  enum Form: Sendable {
    /// By its one letter.
    case letter
    /// By its two letters or three.
    case letters
    /// By its ticks, each a digit in base 2.
    case ticks
    /// There is nothing to know but that there is a text.
    case text
    /// By the order in which they are met, up to `mostOpen`; there are no marks before them.
    case open
  }

  static let marks = [
    AnswerField.noAnswer, AnswerField.notApplicable, AnswerField.notAsked, AnswerField.unclear,
  ]
  private static let mostOpen = 4096
  private static let mostTicks = 10

  let question: Int
  let form: Form
  /// How many there are at most.
  let count: Int
  private let choices: Int

  init(question: Int, _ variables: Variables) {
    self.question = question
    let known = variables.forms[question]
    choices = known.codeCount
    let answers: Int
    switch known.kind {
    case .single where choices <= 26: (form, answers) = (.letter, choices)
    case .single: (form, answers) = (.letters, choices)
    case .multiple where choices <= Self.mostTicks: (form, answers) = (.ticks, 1 << choices)
    case .text: (form, answers) = (.text, 1)
    case .multiple, .ranking, .number, .date:
      (form, answers) = (.open, Self.mostOpen - Self.marks.count)
    }
    count = Self.marks.count + answers
  }

  /// The number of a field; nil for one that cannot be, or that comes after too many.
  ///
  /// - Parameter open: The fields of an open question that have been met.
  func number(of field: ArraySlice<UInt8>, _ open: inout TextTable) -> Int? {
    if form == .open { return open.number(adding: field, limit: count) }
    guard let last = field.last else { return nil }
    if let mark = Self.marks.firstIndex(of: last) { return field.count == 1 ? mark : nil }
    let answer: Int?
    switch form {
    case .letter: answer = field.count == 1 ? AnswerField.code(field) : nil
    case .letters:
      answer = field.count == AnswerField.width(ofOne: choices) ? AnswerField.code(field) : nil
    case .ticks:
      answer =
        field.count == choices
        ? field.reversed().reduce(0) { $0 * 2 + ($1 == AnswerField.unticked ? 0 : 1) } : nil
    case .text: answer = field.count == 1 && last == AnswerField.text ? 0 : nil
    case .open: answer = nil
    }
    guard let answer, Self.marks.count + answer < count else { return nil }
    return Self.marks.count + answer
  }

  /// The number of the field of one letter or mark; negative where it is none.
  static func number(ofLetter byte: UInt8) -> Int {
    marks.firstIndex(of: byte) ?? AnswerField.code([byte]).map { marks.count + $0 } ?? -1
  }

  /// The field of a number.
  func field(_ number: Int, _ open: TextTable) -> [UInt8] {
    if form == .open { return open.text(number) }
    guard number >= Self.marks.count else { return [Self.marks[number]] }
    let answer = number - Self.marks.count
    switch form {
    case .letter, .letters: return AnswerField.letters(answer, of: choices)
    case .ticks:
      return AnswerField.ticks((0..<choices).filter { answer >> $0 & 1 == 1 }, of: choices)
    case .text, .open: return [AnswerField.text]
    }
  }
}
