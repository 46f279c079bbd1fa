import Basics
import Foundation
import Testing
import _TestSupport

@testable import Definition

/// The reference pages of definition files.
struct KeyPageTests {
  /// `RECORD=1 swift test --filter KeyPageTests` writes the pages anew.
  @Test(arguments: [
    ("Pipelines/TABLES.md", PlanPage.text), ("Pipelines/PIPELINE.md", PipelinePage.text),
  ])
  func theCommittedPageIsCurrent(path: String, text: String) throws {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(toFile: "\(Repository.root)/\(path)", atomically: true, encoding: .utf8)
    }
    #expect(
      try Repository.text(of: path) == text, "run RECORD=1 swift test --filter KeyPageTests")
  }

  /// Every mapping has keys that can be told apart, and says what each is and who reads it.
  @Test func everyKeySaysWhatItIs() {
    for group in [KeyGroup.one(PipelineKey.self), .one(PlanKey.self), .one(RulesKey.self)] {
      check(group)
    }
  }

  private func check(_ group: KeyGroup) {
    #expect(Set(group.keys.map(\.name)).count == group.keys.count)
    for (name, entry) in group.keys {
      #expect(!entry.example.isEmpty && entry.meaning.hasSuffix("."), "\(name)")
      #expect(!entry.readers.isEmpty, "\(name)")
      if case .group(let group) = entry.type { check(group) }
    }
  }
}
