import Basics
import Interchange
@testable import Questionnaire
import Testing

struct AnswerValueTests {
  private static let one = AnswerType.selectOne(list(3))
  private static let many = AnswerType.selectMultiple(list(28))

  private static func list(_ count: Int) -> ChoiceList {
    ChoiceList(
      name: "list",
      choices: (0..<count).map { Choice(name: "c\($0)", label: LocalizedText([]), synonyms: []) })
  }

  private static func number(_ millionths: Int128) -> AnswerValue {
    .number(ExactDecimal(parts: millionths * (ExactDecimal.one / 1_000_000)))
  }

  private static let values: [(String, AnswerType, AnswerValue, String)] = [
    ("a", one, .code(0), "c0"), ("c", one, .code(2), "c2"),
    ("ba", .selectOne(list(27)), .code(26), "c26"),
    ("_b_", .selectMultiple(list(3)), .codes([1]), "c1"),
    ("abc", .selectMultiple(list(3)), .codes([0, 1, 2]), "c0 c1 c2"),
    ("___", .selectMultiple(list(3)), .codes([]), ""),
    ("a________________________zab", many, .codes([0, 25, 26, 27]), "c0 c25 c26 c27"),
    ("bca", .rank(list(3)), .ranking([2, 0, 1]), "c2 c0 c1"),
    ("_a_", .rank(list(3)), .ranking([1]), "c1"),
    // A tie, a gap, a rank beyond the list.
    ("aab", .rank(list(3)), .none(.unclear), ""), ("a_c", .rank(list(3)), .none(.unclear), ""),
    ("_z_", .rank(list(3)), .none(.unclear), ""),
    ("12", .integer, number(12_000_000), "12"), ("-0.5", .decimal, number(-500_000), "-0.5"),
    ("t", .text, .text, ""),
    (".", one, .none(.noAnswer), ""), ("/", .integer, .none(.notApplicable), ""),
    ("~", .text, .none(.notAsked), ""), ("?", many, .none(.unclear), ""),
    ("", one, .none(.noAnswer), ""),
    // What no stage writes is no answer either, and never another one.
    ("A", one, .none(.unclear), ""), ("12x", .integer, .none(.unclear), ""),
    ("2005-02-30", .date, .none(.unclear), ""),
  ]

  @Test(arguments: values)
  func fields(field: String, type: AnswerType, expected: AnswerValue, names: String) {
    let value = AnswerValue(field: Array(field.utf8)[...], of: type)
    #expect(value == expected)
    #expect(value.names(of: type) == names)
  }

  @Test func dates() {
    let value = AnswerValue(field: Array("2005-07-29".utf8)[...], of: .date)
    #expect(value == CalendarDate(year: 2005, month: 7, day: 29).map { .date($0) })
    #expect(value.names(of: .date) == "2005-07-29")
  }

  @Test func everyCodeAndTickComesBack() {
    for count in [1, 26, 27, 60] {
      let one = AnswerType.selectOne(Self.list(count))
      let many = AnswerType.selectMultiple(Self.list(count))
      for code in 0..<count {
        #expect(
          AnswerValue(field: AnswerField.letters(code, of: count)[...], of: one) == .code(code))
        #expect(
          AnswerValue(field: AnswerField.ticks([code], of: count)[...], of: many) == .codes([code]))
      }
    }
  }
}
