import Testing

@testable import Basics

struct LanguageTagTests {
  @Test(arguments: [
    ("en", "en"), ("pt-BR", "pt-BR"), ("zh-Hant", "zh-Hant"), ("es-419", "es-419"),
    // Words of a heading such as `label::English`, which may be a tag by its letters.
    ("english", "english"), ("español", "und"), ("", "und"), ("e", "und"), ("en-", "und"),
    ("en us", "und"), ("a1", "und"),
  ])
  func tags(code: String, expected: String) {
    #expect(LanguageTag.tag(of: code) == expected)
  }
}
