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

  @Test func everyErrorHasAnExample() throws {
    let examples = try Self.examples()
    let without = ErrorID.subjects.flatMap(\.ids).map(\.name).filter { examples[$0] == nil }
    #expect(without == [])
  }

  /// What no case can bring about: faults of the program, a full disk, damage that a digest finds
  /// before.
  private static let seldom = "Tests/Definitions/seldom.txt"

  /// The words of such a message stand in the sources as they do in its example.
  @Test func seldomMessagesAreThoseOfTheSources() throws {
    let sources = try Repository.files(below: "Sources", withSuffix: ".swift")
      .filter { !$0.hasPrefix("Sources/Basics/Errors/") }
      .map { try Repository.text(of: $0).replacing(/"\s*\+ "/, with: "") }
    for line in try Repository.text(of: Self.seldom).split(separator: "\n") {
      let message = try #require(line.firstMatch(of: /: \[[a-z0-9-]+\] (.+)/)).output.1
      let pieces = message.split(separator: "…").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(
        sources.contains { source in pieces.allSatisfy { source.contains($0) } }, "\(line)")
    }
  }

  /// A message of each id that a case of `Tests/Definitions` expects, of several the one with most
  /// words; `DefinitionCaseTests` holds that the program prints it. What no case shows is in
  /// `seldom`.
  private static func examples() throws -> [String: String] {
    var found: [String: String] = [:]
    let cases = Repository.files(below: "Tests/Definitions", withSuffix: "/expected.txt")
    for file in cases + [Self.seldom] {
      for line in try Repository.text(of: file).split(separator: "\n") {
        guard let id = line.firstMatch(of: /(?:error: |warning: |\.\.\.)\[([a-z0-9-]+)\]/)?.output.1
        else {
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
