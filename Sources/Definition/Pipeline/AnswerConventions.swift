package import Basics
import Questionnaire
package import SurveyTools

/// How a source writes its answers: `AnswerKey`, for all questions or for one of them.
package struct AnswerConventions: Sendable {
  package private(set) var noAnswer: [String] = []
  /// What the source says of this question by itself that means no answer; nil where it says nothing.
  package private(set) var ownNoAnswer: [String]?
  package private(set) var numbers = NumberText()
  /// Whether the source says by which marks its numbers are written.
  package private(set) var hasOwnMarks = false
  package private(set) var dateOrder: DateOrder?
  /// The first year that two digits can mean; nil where they mean none.
  package private(set) var century: Int?
  package private(set) var era = DateEra.common
  /// How dates are read.
  package var dates: DateText { DateText(order: dateOrder, century: century, era: era) }
  /// What stands between ticks as declared; nil for that of the tool.
  package private(set) var separator: String?
  /// Whether noughts alone are an answer; nil for what the tool says.
  package private(set) var noughtsAreAnswers: Bool?

  /// Which texts of the choices the fields have; nil for any of them.
  package private(set) var choiceTexts: ChoiceTexts?
  /// Whether a text that is no choice is the choice "other"; nil for what the tool says.
  package private(set) var writeInsAreOther: Bool?

  /// What it means that a choice has no column; nil for what the tool says.
  package private(set) var withoutColumn: WithoutColumn?

  package enum WithoutColumn: String, Sendable, CaseIterable {
    /// Nobody ticked it.
    case notChosen = "not-chosen"
    /// Nobody could.
    case notOffered = "not-offered"
  }

  enum Noughts: String, CaseIterable {
    case answer
    case unknown
  }

  package enum ChoiceTexts: String, Sendable, CaseIterable {
    case names
    case labels
  }

  enum WriteIns: String, CaseIterable {
    case other
    case unclear
  }

  /// - Parameter general: What holds where the node says nothing; nil for the usual.
  init(_ node: DefinitionNode, over general: AnswerConventions? = nil) throws(RunError) {
    if let general { self = general }
    noAnswer = try node[AnswerKey.noAnswer]?.texts() ?? noAnswer
    if general != nil { ownNoAnswer = try node[AnswerKey.noAnswer]?.texts() }
    numbers = try Self.numbers(node, over: numbers)
    hasOwnMarks =
      hasOwnMarks || node[AnswerKey.decimalMark] != nil || node[AnswerKey.thousandsMark] != nil
    dateOrder = try node[AnswerKey.dateOrder]?.word(as: DateOrder.self) ?? dateOrder
    century = try Self.century(node[AnswerKey.century]) ?? century
    if let node = node[AnswerKey.century], dateOrder == nil {
      throw node.error(
        id: .pipeline(.noDateOrder),
        "years of two digits stand in no ISO date; expected 'date-order' too, as in 'date-order: dmy'"
      )
    }
    era = try node[AnswerKey.era]?.word(as: DateEra.self) ?? era
    separator = try node[AnswerKey.separator]?.text() ?? separator
    if let noughts = node[AnswerKey.noughts] {
      noughtsAreAnswers = try noughts.word(as: Noughts.self) == .answer
    }
    choiceTexts = try node[AnswerKey.choices]?.word(as: ChoiceTexts.self) ?? choiceTexts
    if let writeIns = node[AnswerKey.writeIns] {
      writeInsAreOther = try writeIns.word(as: WriteIns.self) == .other
    }
    withoutColumn =
      try node[AnswerKey.withoutColumn]?.word(as: WithoutColumn.self) ?? withoutColumn
  }

  private static func century(_ node: DefinitionNode?) throws(RunError) -> Int? {
    guard let node else { return nil }
    let year = try node.integer(1000...9900)
    guard year % 100 == 0 else {
      throw node.error(
        id: .pipeline(.century), "found \(year); expected the first year of a century, such as 2000"
      )
    }
    return year
  }

  private static func numbers(
    _ node: DefinitionNode, over general: NumberText
  ) throws(RunError) -> NumberText {
    let decimal = try mark(node[AnswerKey.decimalMark], as: "decimal mark", such: "','")
    let thousands = try mark(node[AnswerKey.thousandsMark], as: "thousands mark", such: "' '")
    let numbers = NumberText(
      decimalMark: decimal ?? general.decimalMark,
      thousandsMark: thousands ?? general.thousandsMark)
    guard numbers.decimalMark != numbers.thousandsMark else {
      throw (node[AnswerKey.thousandsMark] ?? node[AnswerKey.decimalMark] ?? node).error(
        id: .pipeline(.numberMarks),
        "'\(numbers.decimalMark)' is both the decimal mark and the thousands mark; expected two "
          + "marks. A point is the decimal mark unless 'decimal-mark' says another")
    }
    return numbers
  }

  /// A mark in the form that `TextKey` gives it, since that is what numbers are read from.
  private static func mark(
    _ node: DefinitionNode?, as name: String, such example: String
  ) throws(RunError) -> Character? {
    guard let node else { return nil }
    let text = try node.text()
    let plain = !text.isEmpty && text.allSatisfy(\.isWhitespace) ? " " : TextKey(text).text
    guard plain.count == 1, let mark = plain.first, !mark.isLetter, !mark.isNumber, mark != "-"
    else {
      throw node.error(
        id: .pipeline(.numberMarks),
        "found '\(text)' as the \(name); expected one character, such as \(example), that is "
          + "no digit, letter or minus")
    }
    return mark
  }
}

extension AnswerConventions {
  /// Whether a text that is no choice is the choice "other" in a source of a tool.
  package func takesWriteIns(by convention: HeaderConvention) -> Bool {
    writeInsAreOther ?? convention.tool.other.isWrittenInField
  }
}

extension SourceDefinition {
  /// The conventions of the questions under `answers:`, by their names.
  static func answers(
    _ node: DefinitionNode?, over general: AnswerConventions, form: Questionnaire
  ) throws(RunError) -> [String: AnswerConventions] {
    var answers: [String: AnswerConventions] = [:]
    for (name, node) in try node?.pairs() ?? [] {
      guard form[name] != nil else {
        throw node.error(
          id: .expression(.unknownQuestion),
          "there is no question '\(name)' in \(form.path)."
            + Suggestion.question(for: name, among: form.questions.map(\.name)))
      }
      try node.allowOnly(AnswerKey.self)
      answers[name] = try AnswerConventions(node, over: general)
    }
    return answers
  }

  /// A text cannot mean no answer to all questions and be a choice of one of them.
  static func check(
    _ node: DefinitionNode?, _ answers: [String: AnswerConventions], form: Questionnaire
  ) throws(RunError) {
    guard let node else { return }
    for text in try node.texts() {
      let key = TextKey(text)
      for question in form.questions where answers[question.name] == nil {
        guard let choice = question.asked.choices?.first(where: { $0.texts.contains(key) }) else {
          continue
        }
        throw node.error(
          id: .pipeline(.noAnswerIsChoice),
          "'\(text)' means no answer here, but is choice '\(choice.name)' of question "
            + "'\(question.name)'; expected one of the two. Say what holds for this question under "
            + "'answers', as in '\(question.name): {no-answer: []}'")
      }
    }
  }
}

extension Choice {
  /// All texts that mean the choice.
  fileprivate var texts: [TextKey] {
    ([name] + label.texts.map(\.text) + synonyms).map { TextKey($0) }
  }
}
