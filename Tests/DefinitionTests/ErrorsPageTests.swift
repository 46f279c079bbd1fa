import Basics
import Definition
import Foundation
import Testing
import _TestSupport

/// The page of all errors, with what the cases of mistakes show.
struct ErrorsPageTests {
  private static let path = "Pipelines/ERRORS.md"

  /// `RECORD=1 swift test --filter ErrorsPageTests` writes the page anew.
  @Test func theCommittedPageIsCurrent() throws {
    let text = ErrorsPage.text(examples: try Self.examples())
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(
        toFile: "\(Repository.root)/\(Self.path)", atomically: true, encoding: .utf8)
    }
    #expect(
      try Repository.text(of: Self.path) == text,
      "run RECORD=1 swift test --filter ErrorsPageTests")
  }

  /// Whoever can make a mistake finds what is said of it: of the definition, all but what no case
  /// of a folder can show.
  @Test func mistakesOfAuthorsHaveAnExample() throws {
    let examples = try Self.examples()
    let ids = ErrorID.subjects.flatMap(\.ids).filter { $0.entry.kinds.contains(.badDefinition) }
    let without = Set(ids.map(\.name).filter { examples[$0] == nil })
    #expect(without == Self.elsewhere)
  }

  /// What takes a file that is not there, a workbook, several runs, hidden counts or two rounds.
  private static let elsewhere: Set<String> = [
    "missing-file", "contradicted-container", "unread-file", "no-collection",
    "no-survey", "regex-steps", "confidential-cell", "confidential-round",
    "mapped-twice", "no-former-question", "other-unit", "renamed-choice",
    "reused-name", "unknown-name",
  ]

  /// A message of each id that a case of `Tests/Definitions` expects, of several the one with most
  /// words; `DefinitionCaseTests` holds that the program prints it.
  private static func examples() throws -> [String: String] {
    var found: [String: String] = [:]
    for file in Repository.files(below: "Tests/Definitions", withSuffix: "/expected.txt") {
      for line in try Repository.text(of: file).split(separator: "\n") {
        guard let id = line.firstMatch(of: /\[([a-z0-9]+(?:-[a-z0-9]+)*)\]/)?.output.1 else {
          continue
        }
        let text = String(line).replacing(/\.\.\.+/, with: "…")
        if let other = found[String(id)], other.count >= text.count { continue }
        found[String(id)] = text
      }
    }
    return found
  }
}
