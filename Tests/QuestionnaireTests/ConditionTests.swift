import Basics
import Testing

@testable import Questionnaire

/// Answers as a test writes them: names of choices, several as a list, all else as text.
private struct Answers: AnswerSource {
  var choice: String?
  var ticks: Set<String> = []
  var ranking: [String] = []
  var number = ""
  var date = ""
  var words = ""

  static let options = ["yes", "no", "other"]
  static let scale = ["1", "2", "3"]
  static let names = [
    "choice", "scale", "ticks", "number", "other_number", "date", "words", "words_2",
    "ranking",
  ]

  static func variable(_ name: String) -> Variable? {
    switch name {
    case "choice": Variable(index: 0, kind: .code(options))
    case "scale": Variable(index: 1, kind: .code(scale))
    case "ticks": Variable(index: 2, kind: .codes(options))
    case "number", "other_number": Variable(index: 3, kind: .number)
    case "date": Variable(index: 4, kind: .date)
    case "words", "words_2": Variable(index: 5, kind: .text)
    case "ranking": Variable(index: 6, kind: .ranking(options))
    default: nil
    }
  }

  func code(of variable: Int) -> Int? {
    choice.flatMap { (variable == 0 ? Self.options : Self.scale).firstIndex(of: $0) }
  }

  func isSelected(_ code: Int, of variable: Int) -> Bool {
    (variable == 6 ? Set(ranking) : ticks).contains(Self.options[code])
  }

  func isUnclear(_ variable: Int) -> Bool { false }
  func code(rankedAt rank: Int, of variable: Int) -> Int? {
    ranking.indices.contains(rank) ? Self.options.firstIndex(of: ranking[rank]) : nil
  }

  func text(of variable: Int) -> String {
    [number, date, words][variable - 3]
  }
}

private func condition(_ text: String, current: String? = nil) throws -> Condition {
  try Expression(parsing: text).bound(
    to: Answers.variable, names: Answers.names, current: current.flatMap(Answers.variable))
}

struct ConditionTests {
  private static let singleChoiceCases: [(String, String?, Bool)] = [
    ("${choice} = 'yes'", "yes", true), ("${choice} = 'yes'", "no", false),
    ("${choice} = 'yes'", nil, false), ("${choice} != 'yes'", "no", true),
    // XPath: an unanswered question is the empty text, which is not 'yes'.
    ("${choice} != 'yes'", nil, true), ("not(${choice} = 'yes')", nil, true),
    ("'yes' = ${choice}", "yes", true), ("'yes' != ${choice}", "yes", false),
    ("${choice} = ''", nil, true), ("${choice} = ''", "no", false),
    ("${choice} != ''", "no", true), ("${choice} != ''", nil, false),
    ("${choice}", "no", true), ("${choice}", nil, false), ("not(${choice})", nil, true),
    ("selected(${choice}, 'no')", "no", true), ("selected(${choice}, 'no')", nil, false),
    ("${choice} = ${choice}", nil, true), ("${choice} != ${choice}", "no", false),
  ]

  @Test(arguments: singleChoiceCases)
  func singleChoice(text: String, choice: String?, expected: Bool) throws {
    #expect(try condition(text).holds(for: Answers(choice: choice)) == expected)
  }

  private static let rankingCases: [(String, [String], Bool)] = [
    ("selected-at(${ranking}, 0) = 'no'", ["no", "yes"], true),
    ("selected-at(${ranking}, 1) = 'no'", ["no", "yes"], false),
    ("'yes' = selected-at(${ranking}, 1)", ["no", "yes"], true),
    ("selected-at(${ranking}, 0) != 'no'", ["no"], false),
    ("selected-at(${ranking}, 0) != 'no'", [], true),
    ("selected-at(${ranking}, 1) = ''", ["no"], true),
    ("selected-at(${ranking}, 0) = ''", ["no"], false),
    ("selected-at(${ranking}, 0)", ["no"], true), ("selected-at(${ranking}, 0)", [], false),
    ("selected(${ranking}, 'yes')", ["no", "yes"], true),
    ("selected(${ranking}, 'yes')", ["no"], false),
    ("count-selected(${ranking}) = 2", ["no", "yes"], true),
    ("${ranking} = ''", [], true), ("${ranking} != ''", ["yes"], true), ("${ranking}", [], false),
  ]

  @Test(arguments: rankingCases)
  func ranking(text: String, ranking: [String], expected: Bool) throws {
    #expect(try condition(text).holds(for: Answers(ranking: ranking)) == expected)
  }

  private static let scaleChoiceCases: [(String, String?, Bool)] = [
    ("${scale} <= 2", "1", true), ("${scale} <= 2", "2", true), ("${scale} <= 2", "3", false),
    ("${scale} <= 2", nil, false), ("${scale} > 2", nil, false), ("${scale} = 2", "2", true),
    ("2 > ${scale}", "1", true), ("${scale} != 2", nil, true), ("${scale} = '2'", "2", true),
  ]

  /// Choices whose names are numbers compare as numbers: a rating.
  @Test(arguments: scaleChoiceCases)
  func scaleChoice(text: String, choice: String?, expected: Bool) throws {
    #expect(try condition(text).holds(for: Answers(choice: choice)) == expected)
  }

  @Test(arguments: [
    ("selected(${ticks}, 'yes')", "yes other", true),
    ("selected(${ticks}, 'no')", "yes other", false),
    ("selected(${ticks}, 'no')", "", false),
    ("not(selected(${ticks}, 'no'))", "", true),
    ("count-selected(${ticks}) = 2", "yes other", true),
    ("count-selected(${ticks}) >= 1", "", false),
    ("count-selected(${ticks}) = 0", "", true),
    ("${ticks} = ''", "", true), ("${ticks} != ''", "no", true), ("${ticks}", "", false),
    // XPath 1.0, section 3.4: beside a truth every operand is one, and 2 is true.
    ("count-selected(${ticks}) = true()", "yes other", true),
    ("count-selected(${ticks}) != true()", "yes other", false),
  ])
  func multipleChoice(text: String, ticks: String, expected: Bool) throws {
    let answers = Answers(ticks: Set(ticks.split(separator: " ").map(String.init)))
    #expect(try condition(text).holds(for: answers) == expected)
  }

  @Test(arguments: [
    (". >= 1 and . <= 12", "1", true), (". >= 1 and . <= 12", "12", true),
    (". >= 1 and . <= 12", "12.5", false), (". >= 1 and . <= 12", "0", false),
    (". >= 1 and . <= 12", "", false), (". < 0", "-0.5", true), (". > 0", "-0.5", false),
    (". = 10", "10", true), (". = 9", "10", false), (". < 9", "10", false),
    (". < 9", "", false), (". >= 9", "", false), (". = 9", "", false), (". != 9", "", true),
    (". = ''", "", true), (". != ''", "0", true), (". = ''", "0", false),
    ("${number} = ${other_number}", "5", true), ("${number} < ${other_number}", "5", false),
    (". = '5'", "5", true), ("'10' > .", "9", true),
    // XPath 1.0, section 4.3: a text is true if it is not empty, even "0".
    (".", "0", true), (".", "", false),
  ])
  func numbers(text: String, number: String, expected: Bool) throws {
    #expect(
      try condition(text, current: "number").holds(for: Answers(number: number)) == expected)
  }

  @Test(arguments: [
    (". >= '2005-01-01'", "2005-01-01", true), (". >= '2005-01-01'", "2004-12-31", false),
    (". < '2005-10-01'", "2005-09-30", true), ("'2005-10-01' > .", "2005-09-30", true),
    (". = '2005-07-29'", "2005-07-29", true), (". != '2005-07-29'", "2005-07-29", false),
    (". < '2005-10-01'", "", false), (". >= '2005-10-01'", "", false), (". = ''", "", true),
  ])
  func dates(text: String, date: String, expected: Bool) throws {
    #expect(try condition(text, current: "date").holds(for: Answers(date: date)) == expected)
  }

  @Test(arguments: [
    ("${words} = ''", "", true), ("${words} = ''", "x", false), ("${words} != ''", "x", true),
    ("${words}", "x", true), ("not(${words})", "", true),
  ])
  func texts(text: String, words: String, expected: Bool) throws {
    #expect(try condition(text).holds(for: Answers(words: words)) == expected)
  }

  /// XPath 1.0, section 3.4, without any question.
  @Test(arguments: [
    ("true()", true), ("false()", false), ("1", true), ("0", false), ("'0'", true), ("''", false),
    ("1 = 1.0", true), ("'1' = '1.0'", false), ("1 = '1.0'", true), ("'a' = 'a'", true),
    ("'a' != 'b'", true), ("'a' < 'b'", false), ("'b' < 'a'", false), ("'2' < '10'", true),
    ("'-1' < 0", true), ("-1 < 0", true), ("3 > 2 > 1", false), ("1 < 2 = true()", true),
    // Beside a truth every operand is one for '=' and '!=', and a number for the rest.
    ("true() = 5", true), ("5 = true()", true), ("true() != 5", false), ("false() = 0", true),
    ("true() > 0", true), ("true() < 5", true), ("true() > 5", false),
    ("true() or false() and false()", true), ("(true() or false()) and false()", false),
    ("not(false()) and not('')", true),
  ])
  func constants(text: String, expected: Bool) throws {
    #expect(try condition(text).holds(for: Answers()) == expected, "\(text)")
  }

  @Test(arguments: [
    (
      "${choise} = 'yes'", "unknown-question",
      "there is no question 'choise'. Did you mean 'choice'?"
    ),
    (
      "${choice} = 'Yes'", "unknown-choice",
      "'Yes' is not one of its choices; expected 'yes', 'no', 'other'. Did you mean 'yes'?"
    ),
    (
      "selected(${ticks}, 'maybe')", "unknown-choice",
      "'maybe' is not one of its choices; expected 'yes', 'no', 'other'."
    ),
    (
      "selected(${number}, '1')", "not-a-choice", "selected() needs a question with choices"
    ),
    (
      "count-selected(${choice}) = 1", "not-multiple",
      "count-selected() needs a select_multiple question"
    ),
    (
      "${ticks} = 'yes'", "multiple-comparison",
      "a select_multiple answer is compared with 'yes'; expected selected() or count-selected(), "
        + "as in selected(${question}, 'choice')"
    ),
    (
      "${ranking} = 'yes'", "rank-comparison",
      "a ranking is compared with 'yes'; expected selected() or selected-at(), as in "
        + "selected-at(${question}, 0) = 'choice' for the first"
    ),
    (
      "selected-at(${ranking}, 0) > 2", "rank-comparison",
      "selected-at() is compared by '>' with 2; expected '=' or '!=' with the name of a choice in "
        + "quotes"
    ),
    (
      "selected-at(${ranking}, 0) = 'maybe'", "unknown-choice",
      "'maybe' is not one of its choices; expected 'yes', 'no', 'other'."
    ),
    (
      "selected-at(${ticks}, 0) = 'yes'", "not-a-ranking",
      "selected-at() needs a rank question: the ticks of others are in no order"
    ),
    (
      "${words} = 'x'", "text-comparison",
      "a text answer is compared with 'x'; it can only be compared with ''"
    ),
    (
      ". = 1", "no-current",
      "found '.', the answer that a constraint is about; "
        + "expected the name of a question, as in ${name}"
    ),
  ])
  func bindingErrors(text: String, rule: String, message: String) {
    let error = #expect(throws: Expression.BindingError.self) { _ = try condition(text) }
    #expect(error?.id.name == rule && error?.message == message, "\(error?.message ?? "")")
  }

  /// A text answer stands in another file and a tick set is no value: neither can be compared
  /// with a question or a number, which must not pass in silence.
  @Test(arguments: [
    ("${words} = ${words_2}", "text-comparison"), ("${words} != ${choice}", "text-comparison"),
    ("${words} > 5", "text-comparison"), ("5 = ${words}", "text-comparison"),
    ("${words} < 'x'", "text-comparison"),
    ("${ticks} = ${choice}", "multiple-comparison"), ("${ticks} < 3", "multiple-comparison"),
    ("1 = ${ticks}", "multiple-comparison"), ("${ticks} > 'yes'", "multiple-comparison"),
    ("'1e3' = 1000", "number-comparison"), ("'0x10' = 16", "number-comparison"),
    ("'inf' > 1", "number-comparison"), ("'--1' < 0", "number-comparison"),
    ("'' < 1", "number-comparison"), ("true() = 'a'", "kind"),
  ])
  func comparisonsWithoutMeaning(text: String, rule: String) {
    let error = #expect(throws: Expression.BindingError.self) { _ = try condition(text) }
    #expect(error?.id.name == rule)
  }
}
