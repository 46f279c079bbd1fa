import Basics
import Testing

struct TrimmedTests {
  /// White space of Unicode at either end, letters that only look like it, and what is composed.
  @Test(arguments: [
    ("", ""), (" ", ""), ("\u{3000}\t\r\n", ""), ("a", "a"), ("a b", "a b"), (" a b\n", "a b"),
    ("a\u{A0}", "a"), ("\u{2003}a", "a"), ("\u{85}é\u{2028}", "é"), ("é ", "é"), ("~!", "~!"),
    ("\u{200B}a", "\u{200B}a"), ("a\u{301} ", "a\u{301}"), ("\u{7F}a", "\u{7F}a"),
  ])
  func whiteSpaceAround(text: String, trimmed: String) {
    #expect(text.trimmed.utf8.elementsEqual(trimmed.utf8))
    let part = "x\(text)x".dropFirst().dropLast()
    #expect(part.trimmed.utf8.elementsEqual(trimmed.utf8))
  }
}
