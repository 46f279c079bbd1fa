import Basics
import Definition
import Interchange
import Questionnaire
import SurveyTools

/// Reads a ranking that has several columns: one for each option, with its rank (SurveyMonkey,
/// Qualtrics), or one for each rank, with the option (LimeSurvey).
struct RankReader {
  /// What one field says.
  enum Mark: Sendable, Equatable {
    case blank
    /// A rank or a choice, from 0.
    case number(Int)
    case unclear
  }

  private let choices: ChoiceReader
  private let missing: Set<TextKey>
  /// What the column of an option has where it was not chosen, and others were.
  private let notChosen: Set<TextKey>

  /// - Parameter ticks: How the tool writes ticks, which may be a ranking.
  init(_ list: ChoiceList, _ conventions: AnswerConventions, ticks: Ticks) {
    choices = ChoiceReader(list.choices, conventions.choiceTexts)
    missing = Set(conventions.noAnswer.map { TextKey($0) })
    notChosen = ticks.canBeOrdered ? Set(ticks.notTicked.map { TextKey($0) }) : []
  }

  /// What to do about a field that is neither rank nor option.
  var expected: String {
    "mend the record: it is a rank from 1 to \(choices.choices.count), or in the column of a rank "
      + "the text of an option"
  }

  /// The rank in the column of an option: 1 is the first.
  func rank(_ text: String) -> Mark {
    let key = TextKey(text)
    if key.isEmpty || missing.contains(key) || notChosen.contains(key) { return .blank }
    guard let rank = ExactDecimal(key.text)?.whole, (1...choices.choices.count).contains(rank)
    else { return .unclear }
    return .number(rank - 1)
  }

  /// The option in the column of a rank.
  func choice(_ text: String) -> Mark {
    let key = TextKey(text)
    if key.isEmpty || missing.contains(key) { return .blank }
    return choices.choice(key).map { .number($0.code) } ?? .unclear
  }

  /// The field of the whole ranking; nil where two options share a rank or a rank is left out.
  func field(_ ranked: [(code: Int, rank: Int)]) -> [UInt8]? {
    let order = ranked.sorted { $0.rank < $1.rank }
    guard order.map(\.rank) == Array(order.indices), Set(order.map(\.code)).count == order.count
    else { return nil }
    return order.isEmpty
      ? [AnswerField.noAnswer] : AnswerField.ranking(order.map(\.code), of: choices.choices.count)
  }
}
