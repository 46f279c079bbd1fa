import Basics
import Definition
import Interchange
import Questionnaire
import SurveyTools

/// Reads the field of one option of a select_multiple, as tools write ticks.
struct TickReader {
  enum Tick: Sendable, Equatable {
    case blank
    /// Not ticked, and the tool says so.
    case nought
    case ticked
    case unclear
  }

  private let choices: ChoiceReader
  private let missing: Set<TextKey>
  /// How the tool writes ticks.
  private let ticks: Ticks
  private let convertedNought: TextKey?
  private let noughtsAreAnswers: Bool

  init(_ list: ChoiceList, _ conventions: AnswerConventions, convention: HeaderConvention) {
    choices = ChoiceReader(list.choices, conventions.choiceTexts)
    missing = Set(conventions.noAnswer.map { TextKey($0) })
    ticks = convention.tool.ticks
    convertedNought = ticks.convertedNought.map { TextKey($0) }
    noughtsAreAnswers = conventions.noughtsAreAnswers ?? ticks.noughtsAreAnswers
  }

  func tick(_ text: String, code: Int) -> Tick {
    let key = TextKey(text)
    if key.isEmpty || missing.contains(key) { return .blank }
    let mark = mark(key, code: code)
    if ticks.writesMarks == true, let mark { return mark }
    if choices.choice(key)?.code == code {
      // An option called "0" or "No" in a column of its own: its text, or a nought?
      return mark == .nought && ticks.writesMarks == nil ? .unclear : .ticked
    }
    if let mark { return mark }
    // Under "other" people write what they mean: that is a tick, and the text an answer.
    return choices.choices[code].name == "other" ? .ticked : .unclear
  }

  private func mark(_ key: TextKey, code: Int) -> Tick? {
    if ticks.isNought(key) { return .nought }
    if ticks.isMark(key) { return .ticked }
    // Under "other" it may be an answer.
    let isConverted = key == convertedNought && choices.choices[code].name != "other"
    return isConverted ? .nought : nil
  }

  /// What to do about a field that is no tick.
  func advice(_ text: String, to question: Question) -> String {
    ExcelTrace.advice(on: TextKey(text), to: question.asked, choices: choices.texts)
      ?? "mend the record: a tick is 1, Yes or the option's text"
  }

  /// The text that somebody wrote under "other"; nil for a mere mark.
  static func otherText(_ text: String) -> String? {
    let key = TextKey(text)
    let isMark =
      Ticks.marks.contains(key) || Ticks.noughts.contains(key) || OtherOption.allTexts.contains(key)
    return key.isEmpty || isMark ? nil : text
  }

  /// The field of the whole set; nil where a tick is unclear.
  ///
  /// Noughts alone are an answer only where the tool writes them for nobody else.
  func field(_ ticks: [(code: Int, tick: Tick)]) -> [UInt8]? {
    if ticks.contains(where: { $0.tick == .unclear }) { return nil }
    let ticked = ticks.filter { $0.tick == .ticked }.map(\.code)
    let hasNought = ticks.contains { $0.tick == .nought }
    if ticked.isEmpty && !(hasNought && noughtsAreAnswers) { return [AnswerField.noAnswer] }
    return AnswerField.ticks(ticked, of: choices.choices.count)
  }
}
