import Basics
import Definition
import Interchange
import Questionnaire
import SurveyTools

/// Turns the text of one question's field into its code, once for each distinct text.
struct AnswerReader {
  /// What a text is.
  enum Outcome: Sendable, Equatable {
    case noAnswer
    /// The bytes of the answer field, and how they were decided.
    case field([UInt8], how: String)
    /// Free text, composed (NFC); it goes to `texts.csv`.
    case text(String)
    /// Nothing fits; the suggestion may be empty.
    case unclear(suggestion: String)
  }

  let question: Question
  private let choices: ChoiceReader?
  private let missing: Set<TextKey>
  private let longestMissing: Int
  private let dates: DateText
  private let numbers: NumberReader
  private let separator: String
  private let otherSeparator: String?
  /// What reads fields in which people write in place of "other"; nil where they cannot.
  private let writeIns: WriteInReader?

  init(_ question: Question, source: SourceDefinition, convention: HeaderConvention) {
    let conventions = source.conventions(of: question)
    self.question = question
    let choices = question.asked.choices.map { ChoiceReader($0, conventions.choiceTexts) }
    self.choices = choices
    let missing = Set(conventions.noAnswer.map { TextKey($0) })
    self.missing = missing
    longestMissing = missing.reduce(0) { max($0, $1.text.utf8.count) }
    dates = conventions.dates
    numbers = NumberReader(question, conventions.numbers)
    let ticks = convention.tool.ticks
    separator = conventions.separator ?? ticks.separator
    otherSeparator = conventions.separator == nil ? ticks.otherSeparator : nil
    let areTaken = conventions.takesWriteIns(by: convention)
    let separators = [separator, otherSeparator].compactMap(\.self)
    writeIns =
      switch question.asked {
      case .selectOne: areTaken ? choices.flatMap { WriteInReader($0, separators: []) } : nil
      case .selectMultiple:
        areTaken ? choices.flatMap { WriteInReader($0, separators: separators) } : nil
      case .rank, .integer, .decimal, .date, .text: nil
      }
  }

  func read(_ text: String) -> Outcome {
    if question.asked == .text && isCertainlyAnswered(text) {
      return .text(LetterForms.composed(text))
    }
    let key = TextKey(text)
    if key.isEmpty || missing.contains(key) { return .noAnswer }
    if ExcelTrace.isError(key) && choices?.choice(key) == nil { return unclear(key) }
    switch question.asked {
    case .text:
      return .text(LetterForms.composed(text))
    case .integer, .decimal:
      guard let (number, how) = numbers.number(key) else { return unclear(key) }
      return .field(Array(number.description.utf8), how: how)
    case .date:
      if Self.datesOfNone.contains(where: key.text.hasPrefix) { return .noAnswer }
      guard let date = dates.date(text.filter { $0 != "\u{200B}" }.trimmed) else {
        return unclear(key)
      }
      return .field(Array(date.description.utf8), how: "date")
    case .selectOne(let list):
      guard let (code, how) = choices?.choice(key) else { return writeIn(text) ?? unclear(key) }
      return .field(AnswerField.letters(code, of: list.choices.count), how: how)
    case .selectMultiple(let list):
      guard let codes = split(key, ChoiceReader.choices) else {
        return writeIn(text) ?? unclear(key)
      }
      return .field(AnswerField.ticks(codes, of: list.choices.count), how: "option list")
    case .rank(let list):
      guard let order = split(key, ChoiceReader.ranking) else { return unclear(key) }
      return .field(AnswerField.ranking(order, of: list.choices.count), how: "option list")
    }
  }

  /// Whether a text means no answer.
  func isNoAnswer(_ text: String) -> Bool {
    let key = TextKey(text)
    return key.isEmpty || missing.contains(key)
  }

  /// Whether a text is that of one choice or more, as it stands.
  func isChoice(_ text: String) -> Bool { choices?.knows(TextKey(text)) == true }

  /// Splits a field by the separator, or by the other one that may stand there; nil where the two tell different
  /// choices, as of "Law, Policy" where that is a choice and so is each of its words.
  private func split<Choices: Equatable>(
    _ key: TextKey, _ read: (ChoiceReader) -> (TextKey, String) -> Choices?
  ) -> Choices? {
    guard let choices else { return nil }
    var found: Choices?
    for separator in separators {
      guard
        let read = read(choices)(key, separator)
          ?? withoutFirst(separator, key).flatMap({ read(choices)($0, separator) })
      else {
        // Options all the same, in more ways than one.
        if choices.canSplit(key, separator: separator) { return nil }
        continue
      }
      if let found, found != read { return nil }
      found = read
    }
    return found
  }

  private var separators: [String] { [separator, otherSeparator].compactMap(\.self) }

  /// What follows a separator that some tools begin with; nil where a field begins with none.
  private func withoutFirst(_ separator: String, _ key: TextKey) -> TextKey? {
    let mark = separator.trimmed
    guard !mark.isEmpty, key.text.hasPrefix(mark) else { return nil }
    let rest = TextKey(String(key.text.dropFirst(mark.count)))
    return rest.isEmpty ? nil : rest
  }

  /// The choices of a field with something besides that somebody wrote: that is "other".
  private func writeIn(_ text: String) -> Outcome? {
    guard let writeIns, let choices, let reading = writeIns.reading(of: text) else { return nil }
    let count = choices.choices.count
    let field =
      if case .selectOne = question.asked {
        AnswerField.letters(writeIns.other, of: count)
      } else {
        AnswerField.ticks(reading.choices.union([writeIns.other]), of: count)
      }
    return .field(field, how: Self.writeIn)
  }

  /// What somebody wrote in the field in place of "other"; nil where all of it is choices, or no
  /// answer, or unclear.
  private func writtenIn(_ text: String) -> String? {
    guard case .field(_, Self.writeIn) = read(text) else { return nil }
    return writeIns?.reading(of: text)?.text
  }

  /// The answer to a question for what people write under "other", in the field of another question.
  func readWriteIn(_ text: String, to asked: AnswerReader) -> Outcome {
    asked.writtenIn(text).map(read) ?? .noAnswer
  }

  private static let writeIn = "write-in"

  /// What databases have in place of no date.
  private static let datesOfNone = ["9999-12-31", "0000-00-00"]

  /// What somebody wrote in the column of the choice "other".
  func readOther(_ text: String) -> Outcome {
    TickReader.otherText(text).map(read) ?? .noAnswer
  }

  /// Whether a text has more letters than any mark for no answer: a free text need not be brought
  /// into the form of a key only to be told from those.
  ///
  /// Counted are bytes that begin a character which is no white space and that no key loses; a
  /// decomposed letter has four parts at most.
  private func isCertainlyAnswered(_ text: String) -> Bool {
    var letters = 0
    for byte in text.utf8 {
      switch byte {
      // Excel's errors begin so.
      case UInt8(ascii: "#") where letters == 0: return false
      case 0x21...0x7E, 0xC3...0xCB, 0xD0...0xDF, 0xE4...0xE9: letters += 1
      default: continue
      }
      if letters > 4 * longestMissing { return true }
    }
    return false
  }

  private func unclear(_ key: TextKey) -> Outcome {
    let parts: [TextKey] =
      switch question.asked {
      case .selectMultiple, .rank: key.text.split(separator: separator).map { TextKey($0) }
      case .selectOne, .integer, .decimal, .date, .text: []
      }
    let texts = choices?.texts ?? []
    if !parts.isEmpty, separators.contains(where: { choices?.canSplit(key, separator: $0) == true })
    {
      return .unclear(
        suggestion:
          "it is choices in more than one way, since the text of a choice has the separator in it: mend "
          + "the record, or let the tool export codes")
    }
    for key in [key] + parts {
      if let choices,
        let advice = RivalChoices(choices, key)?.advice ?? UnreadText(choices, key)?.advice
      {
        return .unclear(suggestion: advice)
      }
    }
    let traces = ([key] + parts).lazy.compactMap {
      ExcelTrace.advice(on: $0, to: question.asked, choices: texts)
    }
    return .unclear(suggestion: traces.first ?? advice(key, parts))
  }

  private func advice(_ key: TextKey, _ parts: [TextKey]) -> String {
    switch question.asked {
    case .integer, .decimal: return numbers.advice(key)
    case .date: return dates.eraAdvice(key.text) ?? "write a date that exists, such as 2005-07-29"
    case .selectOne, .selectMultiple, .rank, .text:
      let stray = parts.count > 1 ? parts.first { choices?.choice($0) == nil } : nil
      let nearest = choices?.nearest(to: stray ?? key).map { near in
        stray.map { "did you mean '\(near)' by '\($0)'? " } ?? "did you mean '\(near)'? "
      }
      return (nearest ?? "") + "add the text as a synonym to choices.csv or mend the record"
    }
  }
}
