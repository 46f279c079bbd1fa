import Foundation
import Testing
import _TestSupport

/// `Sources/Phrases/README.md` says of every text where it is from, or that nobody has read it.
struct PhraseSourcesTests {
  /// The names of the cases of `Phrase`: those in its own braces, two blanks from the left.
  private static func phrases() throws -> [String] {
    let lines = try Repository.text(of: "Sources/Phrases/Phrase.swift").split(separator: "\n")
      .drop { !$0.hasPrefix("package enum Phrase") }
    return lines.filter { $0.hasPrefix("  case ") }.flatMap { line in
      line.dropFirst("  case ".count).replacing(/\([^)]*\)/, with: "").split(separator: ", ")
        .map(String.init)
    }
  }

  @Test func everyPhraseIsListedOnce() throws {
    let text = try Repository.text(of: "Sources/Phrases/README.md")
    let parts = text.components(separatedBy: "\n## Not reviewed\n")
    #expect(parts.count == 2)
    func quoted(_ text: String) -> [String] {
      text.matches(of: /`([a-z]\w*)`/).map { String($0.output.1) }
    }
    let unread = quoted(parts[1])
    let phrases = try Self.phrases()
    #expect(phrases.count > 120)
    #expect(Set(unread).count == unread.count, "a case stands twice")
    #expect(Set(phrases).subtracting(unread).subtracting(quoted(parts[0])) == [], "not listed")
    #expect(Set(unread).subtracting(phrases) == [], "listed, but no case")
  }
}
