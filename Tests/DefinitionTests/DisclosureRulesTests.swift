import Basics
@testable import Definition
import Questionnaire
import Testing
import _TestSupport

struct DisclosureRulesTests {
  private func rules(_ text: String) throws -> DisclosureRules {
    let workdir = try Workdir()
    return try DisclosureRules(try DefinitionNode(path: try workdir.write(text, to: "a.yaml")))
  }

  @Test func defaults() throws {
    let rules = try rules("{}")
    #expect(rules.threshold == 3)
    #expect(rules.interval == 3)
    #expect(rules.percentBase == 1)
    #expect(rules.amounts == .hidden)
    #expect(try self.rules("p-percent: 10").amounts == .guarded)
    #expect(try self.rules("{dominant-percent: 80}").amountRules.dominance?.units == 1)
    #expect(rules.unanimity == .released)
    #expect(try self.rules("unanimity: hidden").unanimity == .hidden)
    #expect(try self.rules("amounts: released").amounts == .released)
    #expect(try self.rules("threshold: 5").interval == 5)
    #expect(try self.rules("{threshold: 5, interval: 8, percent-base: 10}").percentBase == 10)
  }

  @Test(arguments: [
    ("interval: 2", "[narrow-interval] at 'interval': found an interval of 2"),
    ("threshold: 1", "[not-a-number] at 'threshold': found '1'"),
    ("percent-base: 0", "[not-a-number] at 'percent-base'"),
    ("intervall: 3", "[unknown-key]"),
  ])
  func refused(text: String, error: String) {
    let thrown = #expect(throws: RunError.self) { _ = try rules(text) }
    #expect(thrown?.description.contains(error) == true, "\(String(describing: thrown))")
  }
}
