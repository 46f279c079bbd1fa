import Testing

@testable import Questionnaire

struct TextPatternTests {
  @Test(arguments: [
    // The whole text, whichever branch fits it, and nothing behind it, not even a line end.
    ("[A-Z]{2}[0-9]+", "AB12", true), ("[A-Z]{2}[0-9]+", "AB12x", false), ("a|ab", "ab", true),
    ("^a$", "a", true), ("a$", "a\n", false), ("a.b", "a\nb", false), ("(?s)a.b", "a\nb", true),
    ("", "", true), ("a?", "b", false),
    // A comment hides no end of the pattern.
    ("(?x) a b # and so on", "ab", true), ("(?x) a b # and so on", "abc", false),
    ("(?i)été", "ÉTÉ", true), ("(?!0)\\d+", "10", true), ("(?!0)\\d+", "010", false),
    ("(\\w)\\1", "aa", true), ("(\\w)\\1", "ab", false),
    // Digits, letters and blanks of all scripts.
    ("\\d{4}", "٢٠٠٥", true), ("\\w+", "हिन्दी", true), ("[\\w ]+", "می\u{200C}خواهم", true),
    ("\\W", "_", false), ("\\W", "-", true), ("[\\W_]+", "-_", true), ("[\\W]", "ि", false),
    ("[\\w-]+", "a-b", true), ("a\\sb", "a\u{A0}b", true), ("\\p{Lu}\\p{Ll}+", "Été", true),
    ("[[:alpha:]]+", "é", true), ("\\u00e9", "é", true), ("[\\u0041-\\u0043]", "B", true),
    ("\\Qa[{b\\E+", "a[{bb", true), ("\\x{e9}", "é", true), ("[]a]+", "a]", true),
    ("[^]]", "]", false), ("\\{\\}", "{}", true), ("a{2,}", "aaa", true),
  ])
  func matches(pattern: String, text: String, expected: Bool) throws {
    #expect(try TextPattern(pattern).matches(text) == expected)
  }

  @Test(arguments: [
    ("[", 1), ("(a", 2), ("a)", 1), ("*a", 0), ("[z-a]", 3), ("\\", 1), ("[[:nothing:]]", 3),
    // What would be something else than it says.
    ("[a-z&&[^b]]", 4), ("[a[b]]", 2), ("a{,3}", 1), ("a{b}", 1), ("a{", 1), ("(*ACCEPT)", 0),
    ("(?R)", 0), ("(?1)", 0), ("(?(1)a|b)", 0), ("\\u12", 0), ("a\\C", 3), ("é[", 2),
  ])
  func isRefused(pattern: String, offset: Int) {
    let problem = #expect(throws: PatternSyntax.Problem.self) { try TextPattern(pattern) }
    #expect(problem?.offset == offset, "\(problem?.message ?? "")")
  }

  /// Each more letter doubles the ways to divide the text: there are more than 10^30.
  @Test(arguments: [
    ("(a+)+[bc]", false), ("(a+)+", true), ("(a|a)*[bc]", false),
    ("(?=(?:a|a)*)(a|aa)*[bc]", false),
  ])
  func endsHoweverManyWaysThereAre(pattern: String, expected: Bool) throws {
    #expect(try TextPattern(pattern).matches(String(repeating: "a", count: 100)) == expected)
  }

  @Test func runEndsWhereNothingSettlesIt() async {
    let result = await #expect(
      processExitsWith: .exitCode(78), observing: [\.standardErrorContent]
    ) {
      let pattern = try TextPattern("(a+)+\\1[bc]")
      _ = pattern.matches(String(repeating: "a", count: 100))
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      message.hasPrefix(
        "regex(…, '(a+)+\\1[bc]'): error: [regex-steps] whether an answer of 100 characters has this "
          + "form takes too long to find out"))
  }
}
