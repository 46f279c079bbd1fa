import Definition
import Findings
import Foundation
import Testing
import _TestSupport

struct RulesPageTests {
  /// `RECORD=1 swift test --filter RulesPageTests` writes the page anew.
  @Test func theCommittedPageIsCurrent() throws {
    let path = "Pipelines/RULES.md"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try RulesPage.ofTheProgram.write(
        toFile: "\(Repository.root)/\(path)", atomically: true, encoding: .utf8)
    }
    #expect(
      try Repository.text(of: path) == RulesPage.ofTheProgram,
      "run RECORD=1 swift test --filter RulesPageTests")
  }

  @Test(arguments: Rule.allCases)
  func everyRuleSaysWhatToDo(rule: Rule) {
    let entry = rule.entry
    for sentence in [entry.reports, entry.leavesAlone, entry.advice] {
      #expect(sentence.hasSuffix("."), "\(rule.rawValue)")
    }
    #expect(RulesPage.ofTheProgram.contains("### \(rule.rawValue) (\(rule.severity.rawValue))\n"))
  }
}
