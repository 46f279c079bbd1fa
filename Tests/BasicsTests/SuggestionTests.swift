import Basics
import Testing

struct SuggestionTests {
  private static let nearestCases: [(String, [String], [String])] = [
    ("yse", ["no", "yes", "nose"], ["yes"]),
    ("Regional_Grop", ["regional_group", "response"], ["regional_group"]),
    ("kitten", ["sitten", "sitting"], ["sitten"]), ("kitten", ["splitting"], []),
    ("abcd", ["wxyz"], []), ("sign", ["signed"], ["signed"]),
    ("abcdefg", ["vwxyzfg", "abxyzfg"], ["abxyzfg"]),
    // As many letters changed as not: another word.
    ("name", ["role"], []), ("si", ["no"], []), ("1", ["2"], []), ("C", ["C++"], []),
    ("", ["abc", "abcd"], []),
    ("a", [], []),
  ]

  /// Distances by hand: "yse" to "yes" takes one exchange of neighbours, to "nose" two edits.
  @Test(arguments: nearestCases)
  func nearest(text: String, candidates: [String], expected: [String]) {
    #expect(Suggestion.nearest(to: text, among: candidates) == expected)
  }

  @Test func nearestInOrderOfDistanceThenName() {
    #expect(
      Suggestion.nearest(to: "q1", among: ["q3", "q12", "q1", "other", "q2"], limit: 4)
        == ["q1", "q12", "q2", "q3"])
  }

  @Test func question() {
    #expect(Suggestion.question(for: "colums", among: ["columns"]) == " Did you mean 'columns'?")
    #expect(Suggestion.question(for: "colums", among: ["status"]) == "")
  }

  private static let allowedCases: [([String], String)] = [
    (["a"], "'a'"),
    (["a", "b", "c", "d", "e"], "'a', 'b', 'c', 'd', 'e'"),
    (
      ["a", "b", "c", "d", "e", "f"], "one of 6 names ('a', 'b', 'c', 'd', 'e', …)"
    ),
  ]

  @Test(arguments: allowedCases)
  func allowed(names: [String], expected: String) {
    #expect(Suggestion.allowed(names) == expected)
  }
}
