@testable import Definition
import Testing
import _TestSupport

struct WildcardTests {
  @Test(arguments: [
    ("a.csv", "a.csv", true), ("a.csv", "a.csv.bak", false), ("a.csv", "b/a.csv", false),
    ("*", "", true), ("*", "a.csv", true), ("*", "a/b.csv", false), ("*.csv", "a.csv", true),
    ("*.csv", ".csv", true), ("*.csv", "a.csv.csv", true), ("*.csv", "a.txt", false),
    ("*.csv", "a/b.csv", false), ("*/*.csv", "a/b.csv", true), ("*/*.csv", "a/b/c.csv", false),
    ("replies-*.csv", "replies-2005.csv", true), ("replies-*.csv", "replies-.csv", true),
    ("replies-*.csv", "replies.csv", false), ("a*b*c", "abc", true), ("a*b*c", "aXbYbZc", true),
    ("a*b*c", "aXcYb", false), ("a*", "b", false), ("a**b", "ab", true),
    ("ré*.csv", "réponses.csv", true),
    ("a?.csv", "ab.csv", false), ("aba*aba", "aba", false), ("", "", true), ("", "a", false),
    ("*aab*", "aaab", true), ("*abab*c", "abaababXc", true), ("*abab*c", "abaabXc", false),
    ("*a*a", "a", false), ("*a*a", "aa", true), ("***", "abc", true), ("*/", "a/", true),
    ("a*/b", "a/c/b", false), ("/*", "/a", true), ("*", "/a", false),
  ])
  func matches(pattern: String, path: String, expected: Bool) {
    #expect(Wildcard(pattern).matches(path) == expected)
  }

  /// Every way to spread the stars, one by one: right, and slow for any but the shortest names.
  private static func matchesSlowly(_ pattern: Substring, _ path: Substring) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if first == "*" {
      if matchesSlowly(pattern.dropFirst(), path) { return true }
      return path.first.map { $0 != "/" } == true && matchesSlowly(pattern, path.dropFirst())
    }
    return path.first == first && matchesSlowly(pattern.dropFirst(), path.dropFirst())
  }

  @Test func agreesWithAllWaysToSpreadTheStars() {
    var random = SplitMix64(seed: 14)
    var matching = 0
    for _ in 0..<20_000 {
      func text(of letters: [Character], upTo length: Int) -> String {
        String((0..<random.below(length)).map { _ in letters[random.below(letters.count)] })
      }
      let pattern = text(of: ["a", "b", "*", "*", "/"], upTo: 8)
      let path = text(of: ["a", "a", "b", "/"], upTo: 9)
      let expected = Self.matchesSlowly(pattern[...], path[...])
      #expect(Wildcard(pattern).matches(path) == expected, "\(pattern) \(path)")
      if expected { matching += 1 }
    }
    #expect(matching > 500)
  }

  /// Patterns over which one that tries every way would sit until the sun is cold.
  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      (String(repeating: "*a", count: 10_000) + "*b", String(repeating: "a", count: 50_000)),
      ("*" + String(repeating: "a", count: 25_000) + "b*", String(repeating: "a", count: 50_000)),
      (String(repeating: "a*", count: 30_000) + "/b", String(repeating: "a", count: 50_000) + "/c"),
    ])
  func timeIsLinear(pattern: String, path: String) {
    #expect(!Wildcard(pattern).matches(path))
  }
}
