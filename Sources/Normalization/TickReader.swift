import Interchange
import Questionnaire
import Tabular

/// Reads the cell of one option of a select_multiple, as tools write ticks.
struct TickReader {
  enum Tick: Sendable, Equatable {
    case blank
    /// Not ticked, and the tool says so.
    case nought
    case ticked
    case unclear
  }

  /// What tools write for the option itself.
  private static let otherTexts: Set<TextKey> = Set(
    ["other", "other (please specify)"].map { TextKey($0) })

  private let choices: ChoiceReader
  private let missing: Set<TextKey>
  private let noughtsAreAnswers: Bool

  init(_ list: ChoiceList, source: SourceDefinition, convention: HeaderConvention) {
    choices = ChoiceReader(list.choices)
    missing = Set(source.noAnswer.map { TextKey($0) })
    noughtsAreAnswers = source.noughtsAreAnswers ?? convention.noughtsAreAnswers
  }

  func tick(_ text: String, code: Int) -> Tick {
    let key = TextKey(text)
    if key.isEmpty || missing.contains(key) { return .blank }
    if choices.choice(key)?.code == code { return .ticked }
    if TickWords.noughts.contains(key) { return .nought }
    if TickWords.marks.contains(key) { return .ticked }
    // Under "other" people write what they mean: that is a tick, and the text an answer.
    return choices.choices[code].name == "other" ? .ticked : .unclear
  }

  /// The text that somebody wrote under "other"; nil for a mere mark.
  static func otherText(_ text: String) -> String? {
    let key = TextKey(text)
    let isMark =
      TickWords.marks.contains(key) || TickWords.noughts.contains(key)
      || otherTexts.contains(key)
    return key.isEmpty || isMark ? nil : text
  }

  /// The cell of the whole set; nil where a tick is unclear.
  ///
  /// Noughts alone are an answer only where the tool writes them for nobody else.
  func cell(_ ticks: [(code: Int, tick: Tick)]) -> [UInt8]? {
    if ticks.contains(where: { $0.tick == .unclear }) { return nil }
    let ticked = ticks.filter { $0.tick == .ticked }.map(\.code)
    let hasNought = ticks.contains { $0.tick == .nought }
    if ticked.isEmpty && !(hasNought && noughtsAreAnswers) { return [AnswerCell.noAnswer] }
    return AnswerCell.ticks(ticked, of: choices.choices.count)
  }
}
