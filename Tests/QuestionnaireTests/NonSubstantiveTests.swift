import Testing

@testable import Questionnaire

/// A scale of which 99 and "dk" are no opinion: neither is more or less than another answer.
struct NonSubstantiveTests {
  private struct Answer: AnswerSource {
    let code: Int?
    func code(of variable: Int) -> Int? { code }
    func isUnclear(_ variable: Int) -> Bool { false }
    func code(rankedAt rank: Int, of variable: Int) -> Int? { nil }
    func isSelected(_ code: Int, of variable: Int) -> Bool { self.code == code }
    func text(of variable: Int) -> String { "" }
  }

  private static let names = ["1", "2", "99", "dk"]

  private func condition(_ text: String, marked: Set<Int> = [2, 3]) throws -> Condition {
    let trust = Variable(index: 0, kind: .code(Self.names), nonSubstantive: marked)
    return try Expression(parsing: text).bound(
      to: { $0 == "trust" ? trust : nil }, names: ["trust"])
  }

  @Test(arguments: [
    ("${trust} > 1", ["2"]), ("${trust} < 2", ["1"]), ("${trust} >= 0", ["1", "2"]),
    ("3 > ${trust}", ["1", "2"]), ("${trust} + 1 > 2", ["2"]), ("${trust} * -1 < 0", ["1", "2"]),
    ("max(${trust}, 0) > 1", ["2"]),
    // It is an answer all the same, and has a name.
    ("${trust} = 99", ["99"]), ("${trust} != ''", ["1", "2", "99", "dk"]),
    ("${trust} = 'dk'", ["dk"]), ("selected(${trust}, 'dk')", ["dk"]),
  ])
  func whoMeets(text: String, expected: [String]) throws {
    let condition = try condition(text)
    let found = Self.names.indices.filter { condition.holds(for: Answer(code: $0)) }
    #expect(found.map { Self.names[$0] } == expected)
  }

  @Test func aChoiceThatIsAnOpinionAndNoNumberMakesNoScale() throws {
    #expect(throws: (any Error).self) { try condition("${trust} > 1", marked: [2]) }
  }

  /// Forms are read as the tools read them: there 99 is more than 1.
  @Test func withoutMarksAllNumbersCount() throws {
    let trust = Variable(index: 0, kind: .code(["1", "99"]))
    let condition = try Expression(parsing: "${trust} > 1").bound(
      to: { _ in trust }, names: ["trust"])
    #expect(condition.holds(for: Answer(code: 1)))
  }
}
