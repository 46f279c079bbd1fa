import Basics
@testable import Definition
import Phrases
import Questionnaire
import Testing
import _TestSupport

private func scale(_ text: String) throws -> QuantifierScale {
  let workdir = try Workdir()
  return try QuantifierScale(
    try DefinitionNode(path: try workdir.write("quantifiers:\n\(text)", to: "a.yaml"))[
      "quantifiers"])
}

struct QuantifierScaleTests {
  private static let words = """
      - {word: all, exactly: 100}
      - {word: almost all, at-least: 90}
      - {word: the majority, at-least: 50.01}
      - {word: half, exactly: 50}
      - {word: a minority, at-least: 0.01}
      - {word: none, exactly: 0}
    """

  @Test(arguments: [
    (52, 52, "all"), (51, 52, "almost all"), (483, 484, "almost all"), (9999, 10_000, "almost all"),
    (9, 10, "almost all"), (899, 1000, "the majority"), (2, 3, "the majority"), (1, 2, "half"),
    // 50.01 per cent is 5001 of 10000, and 1 of 2 is less.
    (5001, 10_000, "the majority"), (5000, 10_000, "half"), (49, 100, "a minority"),
    (1, 484, "a minority"), (1, 10_000, "a minority"), (0, 52, "none"),
  ])
  func wordsForShares(numerator: Int, base: Int, expected: String) throws {
    #expect(try scale(Self.words).word(for: numerator, of: base) == expected)
  }

  @Test func sharesWithoutAWord() throws {
    let scale = try scale(Self.words)
    #expect(scale.word(for: 0, of: 0) == nil)
    // 0.009 per cent is below the least bound and is not none.
    #expect(scale.word(for: 9, of: 100_000) == nil)
    #expect(try QuantifierScale(nil).word(for: 1, of: 2) == nil)
  }

  @Test func meanings() throws {
    #expect(
      try scale(Self.words).entries.map { $0.meaning(.english) } == [
        "exactly 100 per cent", "90 per cent or more", "50.01 per cent or more",
        "exactly 50 per cent", "0.01 per cent or more", "exactly 0 per cent",
      ])
    #expect(
      try scale("  - {word: a, at-least: 7.5}\n").entries.map { $0.meaning(.english) }
        == ["7.50 per cent or more"])
  }
}
