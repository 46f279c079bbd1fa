@testable import Definition
import Testing

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
  ])
  func matches(pattern: String, path: String, expected: Bool) {
    #expect(Wildcard(pattern).matches(path) == expected)
  }
}
