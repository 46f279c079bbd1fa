import Testing

@testable import Questionnaire

struct ConditionPartsTests {
  private static let variables: [String: Variable] = [
    "a": Variable(index: 0, kind: .code(["yes", "no"])),
    "b": Variable(index: 1, kind: .codes(["x", "y"])),
    "n": Variable(index: 2, kind: .number),
  ]

  private func parts(_ text: String) throws -> [Condition.Part] {
    try Expression(parsing: text).bound(
      to: { Self.variables[$0] }, names: Self.variables.keys.sorted()
    ).parts
  }

  @Test func partsThatMustHold() throws {
    #expect(
      try parts("${a} = 'no' and selected(${b}, 'y') and ${a} != 'yes' and ${n} != ''") == [
        .code(variable: 0, code: 1), .selected(variable: 1, code: 1),
        .notCode(variable: 0, code: 0), .answered(variable: 2),
      ])
  }

  @Test func otherPartsAreToldApartByWhatTheySay() throws {
    let first = try parts("${n} > 3 or ${a} = 'no'")
    #expect(first.count == 1)
    guard case .other(_, let variables) = first[0] else {
      Issue.record("\(first)")
      return
    }
    #expect(variables == [0, 2])
    #expect(try parts("${n} > 3 or ${a} = 'no'") == first)
    #expect(try parts("${n} > 4 or ${a} = 'no'") != first)
  }
}
