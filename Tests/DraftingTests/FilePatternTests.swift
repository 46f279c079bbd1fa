import Testing

@testable import Drafting

struct FilePatternTests {
  @Test(arguments: [
    (["a.csv"], ["a.csv", "b.csv"], ["a.csv"]),
    // The next file of the kind is meant, too.
    (["a.csv", "b.csv"], ["a.csv", "b.csv"], ["*.csv"]),
    (["w2a.csv", "w2b.csv"], ["w1.csv", "w2a.csv", "w2b.csv"], ["w2*.csv"]),
    (["a.csv", "b.csv"], ["a.csv", "b.csv", "c.xlsx"], ["*.csv"]),
    // What one pattern cannot tell from the others, and what has no ending in common.
    (["a.csv", "b.csv"], ["a.csv", "b.csv", "c.csv"], ["a.csv", "b.csv"]),
    (["a.csv", "b.xlsx"], ["a.csv", "b.xlsx"], ["a.csv", "b.xlsx"]),
    (["w1.csv", "w10.csv"], ["w1.csv", "w10.csv", "w2.csv"], ["w1.csv", "w10.csv"]),
    (["a-en.csv", "b-en.csv"], ["a-en.csv", "b-en.csv", "a-fr.csv"], ["a-en.csv", "b-en.csv"]),
  ])
  func patterns(names: [String], all: [String], expected: [String]) {
    #expect(FilePattern.all(of: names, among: all) == expected)
  }
}
