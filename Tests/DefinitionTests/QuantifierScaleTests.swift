import Basics
@testable import Definition
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
      try scale(Self.words).entries.map(\.meaning) == [
        "exactly 100 per cent", "90 per cent or more", "50.01 per cent or more",
        "exactly 50 per cent", "0.01 per cent or more", "exactly 0 per cent",
      ])
    #expect(
      try scale("  - {word: a, at-least: 7.5}\n").entries.map(\.meaning)
        == ["7.50 per cent or more"])
  }

  @Test(arguments: [
    (
      "  - {word: most, at-least: 50}\n  - {word: nearly all, at-least: 90}\n", 3,
      "[quantifier-order] at 'quantifiers[2]': 'nearly all' (90 per cent or more) would never be "
        + "said, because 'most' (50 per cent or more) stands before it and the first entry that "
        + "holds gives the word; expected bounds that fall, and 'exactly' before an 'at-least' "
        + "that takes it in"
    ),
    (
      "  - {word: most, at-least: 50}\n  - {word: most, at-least: 20}\n", 3,
      "[quantifier-twice] at 'quantifiers[2]': the word 'most' stands twice; "
        + "expected each word once in the scale"
    ),
    (
      "  - {word: half, at-least: 50, exactly: 50}\n", 2,
      "[two-bounds] at 'quantifiers[1]': 'half' has both 'exactly' and 'at-least'; "
        + "expected one of them. Delete the other"
    ),
    (
      "  - {word: all, exactly: 101}\n", 2,
      "[not-a-share] at 'quantifiers[1].exactly': '101' stands here; "
        + "expected per cent from 0 to 100 with at most two decimals"
    ),
    (
      "  - {word: all, exactly: 100}\n  - {word: some, at-least: 0.001}\n", 3,
      "[not-a-share] at 'quantifiers[2].at-least': '0.001' stands here; "
        + "expected per cent from 0 to 100 with at most two decimals"
    ),
    (
      "  - {word: some, at-least: 5%}\n", 2,
      "[not-a-share] at 'quantifiers[1].at-least': '5%' stands here; "
        + "expected per cent from 0 to 100 with at most two decimals"
    ),
    (
      "  - {word: some, at-least: -5}\n", 2,
      "[not-a-share] at 'quantifiers[1].at-least': '-5' stands here; "
        + "expected per cent from 0 to 100 with at most two decimals"
    ),
    (
      "  - {word: some, at-lest: 5}\n", 2,
      "[unknown-key] at 'quantifiers[1].at-lest': key 'at-lest' is not known here; "
        + "expected at-least, exactly, word. Did you mean 'at-least'?"
    ),
    (
      "  - {word: some}\n", 2,
      "[missing-key] at 'quantifiers[1]': there is no key 'at-least'; it must be given"
    ),
  ])
  func errors(text: String, line: Int, message: String) throws {
    let workdir = try Workdir()
    let path = try workdir.write("quantifiers:\n\(text)", to: "pipeline.yaml")
    let error = #expect(throws: RunError.self) {
      _ = try QuantifierScale(try DefinitionNode(path: path)["quantifiers"])
    }
    #expect(error?.description == "\(path):\(line): error: \(message)")
  }

  /// An entry that an earlier one always forestalls would never give its word.
  @Test(arguments: [
    "  - {word: some, at-least: 0.01}\n  - {word: all, exactly: 100}\n",
    "  - {word: some, at-least: 0}\n  - {word: none, exactly: 0}\n",
    "  - {word: half, exactly: 50}\n  - {word: even, exactly: 50}\n",
    "  - {word: most, at-least: 50}\n  - {word: many, at-least: 50}\n",
  ])
  func entryThatCanNeverHold(text: String) {
    let error = #expect(throws: RunError.self) { _ = try scale(text) }
    #expect(error?.problems.map(\.rule) == ["quantifier-order"])
  }
}
