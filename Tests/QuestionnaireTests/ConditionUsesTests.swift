import Testing

@testable import Questionnaire

struct ConditionUsesTests {
  private static let variables: [String: Variable] = [
    "a": Variable(index: 0, kind: .code(["yes", "no"])),
    "b": Variable(index: 1, kind: .codes(["x", "y"])),
    "n": Variable(index: 2, kind: .number),
    "r": Variable(index: 3, kind: .ranking(["p", "q"])),
  ]

  private func condition(_ text: String) throws -> Condition {
    try Expression(parsing: text).bound(
      to: { Self.variables[$0] }, names: Self.variables.keys.sorted())
  }

  @Test(arguments: [
    ("${a} = 'no'", 1), ("${a} = 'no' and selected(${b}, 'y') and ${n} != ''", 3),
    ("${a} = 'no' or ${n} > 3", 1), ("not(${a} = 'no' or ${n} > 3)", 2),
    ("not(not(${a} = 'no' and ${n} > 3))", 2), ("not(${a} = 'no' and ${n} > 3)", 1),
  ])
  func whatMustHold(text: String, count: Int) throws {
    #expect(try condition(text).conjuncts.count == count)
  }

  @Test func whatIsMadeOfVariables() throws {
    let uses = try condition(
      "(${a} = 'no' and not(${n} > 3)) or selected(${b}, 'y') or ${n} = '' "
        + "or count-selected(${b}) = 2 or selected-at(${r}, 1) = 'q' or ${n} + 1 > 7"
    ).uses
    #expect(uses[0] == [.code])
    #expect(uses[1] == [.tick, .ticks])
    #expect(uses[2] == [.comparison(with: "3"), .isAnswered, .value])
    #expect(uses[3] == [.rank(1)])
  }
}
