import Definition
import Foundation
import Testing
import _TestSupport

struct PlanPageTests {
  /// `RECORD=1 swift test --filter PlanPageTests` writes the page anew.
  @Test func theCommittedPageIsCurrent() throws {
    let path = "Pipelines/TABLES.md"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try PlanPage.text.write(
        toFile: "\(Repository.root)/\(path)", atomically: true, encoding: .utf8)
    }
    #expect(
      try Repository.text(of: path) == PlanPage.text,
      "run RECORD=1 swift test --filter PlanPageTests")
  }
}
