import Basics
import Testing

@testable import Questionnaire

/// What may be compared with what in a condition, and what comes of it.
struct ComparisonTests {
  private struct Answers: AnswerSource {
    var codes: [Int: Int] = [:]
    var texts: [Int: String] = [:]

    func isUnclear(_ variable: Int) -> Bool { false }
    func code(rankedAt rank: Int, of variable: Int) -> Int? { nil }

    func code(of variable: Int) -> Int? { codes[variable] }
    func isSelected(_ code: Int, of variable: Int) -> Bool { false }
    func text(of variable: Int) -> String { texts[variable] ?? "" }
  }

  private static let variables = [
    "rating": Variable(index: 0, kind: .code(["1", "2", "3"])),
    "answer": Variable(index: 1, kind: .code(["yes", "no"])),
    "age": Variable(index: 2, kind: .number),
    "day": Variable(index: 3, kind: .date),
    "remark": Variable(index: 4, kind: .text),
    "channels": Variable(index: 5, kind: .codes(["radio", "paper"])),
    "further": Variable(index: 6, kind: .code(["no", "yes", "maybe"])),
  ]

  private func condition(_ text: String) throws -> Condition {
    try Expression(parsing: text).bound(
      to: { Self.variables[$0] }, names: Self.variables.keys.sorted())
  }

  @Test(arguments: [
    "${rating} = 3", "${rating} != 2", "${rating} >= 2", "${rating} > '2'", "${rating} = '3'",
    "3 = ${rating}", "2 < ${rating}", "${answer} = 'no'", "${answer} = ${further}",
    "${age} >= -5", "${age} = '-4'", "-4.5 < ${age}", "${day} < '2005-07-29'",
    "'2005-07-01' <= ${day}", "${remark} != ''", "${channels} = ''",
    "count-selected(${channels}) = 0",
    "${rating} > ${age}", "1 = 1", "not(1 > -1) = false()",
  ])
  func holds(text: String) throws {
    let answers = Answers(
      codes: [0: 2, 1: 1, 6: 0], texts: [2: "-4", 3: "2005-07-28", 4: "much"])
    #expect(try condition(text).holds(for: answers))
  }

  @Test(arguments: [
    ("${rating} = 4", "unknown-choice"), ("${answer} = 1", "unknown-choice"),
    ("${answer} >= 1", "not-a-scale"), ("${answer} < 'no'", "not-a-scale"),
    ("${rating} < 'many'", "number-comparison"), ("${age} > ''", "number-comparison"),
    ("${age} = 'old'", "number-comparison"), ("'old' = ${age}", "number-comparison"),
    ("${day} > '29.7.2005'", "date-comparison"), ("${day} = 2005", "date-comparison"),
    ("${day} = ${age}", "kind"), ("${day} = ${answer}", "kind"),
    ("${remark} = 'much'", "text-comparison"), ("${remark} = ${remark}", "text-comparison"),
    ("${remark} < ''", "text-comparison"), ("'much' = ${remark}", "text-comparison"),
    ("${age} = ${remark}", "text-comparison"), ("${channels} > 1", "multiple-comparison"),
    ("${channels} = 'radio'", "multiple-comparison"), ("${answer} = true()", "kind"),
    ("${answer} = ${age}", "not-a-scale"), ("${answer} = ${rating}", "not-a-scale"),
    ("selected(${channels}, 'radio') = 'yes'", "kind"), ("1 < 'one'", "number-comparison"),
    ("${nobody} = 1", "unknown-question"), (". = 1", "no-current"),
  ])
  func isRefused(text: String, rule: String) throws {
    let error = #expect(throws: Expression.BindingError.self) { try condition(text) }
    #expect(error?.id.name == rule, "\(error?.message ?? "")")
  }

  @Test(arguments: [
    ("relevent", "relevant"), ("Type", "type"), ("lable::English (en)", "label::English (en)"),
    ("label:English", "label::English"), ("list name", "list_name"), (" relevant", "relevant"),
  ])
  func slipInAHeading(heading: String, meant: String) {
    #expect(SheetHeading.meant(by: heading) == meant)
  }

  @Test(arguments: [
    "relevant", "label::English (en)", "state", "time", "note", "readonly", "media::image", "score",
    "constraint_message", "required_message", "parameters", "trigger", "",
  ])
  func otherHeadingsAreLeftAlone(heading: String) {
    #expect(SheetHeading.meant(by: heading) == nil)
  }

  @Test(arguments: ["yes", "1", "-2", "7a", "draft_law", "größer", "да", "a.b", "हाँ"])
  func isAName(text: String) {
    #expect(DefinitionName.isName(text))
  }

  @Test(arguments: [
    "", ".a", "a.", "a/b", "a,b", "a b", "a\"b", "a'", "a\u{0}", "a\u{202E}b", "a:b",
  ])
  func isNoName(text: String) {
    #expect(!DefinitionName.isName(text))
  }
}
