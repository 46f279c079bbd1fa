import Basics
import Testing

@testable import Questionnaire

/// The examples of functions on the reference page are true.
struct FunctionEntryTests {
  /// The unit that the page describes.
  private struct Answers: AnswerSource {
    func code(of variable: Int) -> Int? { variable == 0 ? 1 : nil }
    func isUnclear(_ variable: Int) -> Bool { false }
    func code(rankedAt rank: Int, of variable: Int) -> Int? { rank == 0 ? 0 : 1 }
    func isSelected(_ code: Int, of variable: Int) -> Bool { code < 2 }
    func text(of variable: Int) -> String { variable == 1 ? "12" : "" }
    var dayOfReceipt: String { "2024-06-01" }
    func figure(_ set: Int) -> Double { 0 }
  }

  private static let variables = [
    "law": Variable(index: 0, kind: .code(["yes", "in_part", "no"])),
    "delegates": Variable(index: 1, kind: .number),
    "measures": Variable(index: 2, kind: .codes(["press", "radio", "web"])),
    "priorities": Variable(index: 3, kind: .ranking(["law", "training"])),
    "law_text": Variable(index: 4, kind: .text),
  ]

  private static let entries =
    Expression.ChoiceFunction.allCases.map(\.entry) + Expression.Function.allCases.map(\.entry)

  private func condition(_ text: String) throws -> Condition {
    let lookup: (String) -> Variable? = { Self.variables[$0] }
    let names = Self.variables.keys.sorted()
    return try Expression(parsing: text).bound(
      within: Expression.Scope(
        names: names, knowsTexts: true, knowsReceipt: true, unit: (lookup, names),
        variable: lookup))
  }

  @Test(arguments: entries.indices)
  func theExampleGivesWhatThePageSays(index: Int) throws {
    let entry = Self.entries[index]
    let found = try condition(entry.example).text(for: Answers())
    if let value = entry.value { #expect(found == value, "\(entry.example)") }
    let name = entry.form.prefix { $0 != "(" }
    #expect(entry.example.hasPrefix("\(name)("), "\(entry.form)")
  }
}
