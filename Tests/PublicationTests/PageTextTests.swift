@testable import Basics
import Mustache
import Phrases
@testable import Publication
import Testing

/// What data can do to a page: be read, and nothing else.
struct PageTextTests {
  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"'", "&quot;&#39;"),
    ("&lt;", "&amp;lt;"), ("plain é 法 ع", "plain é 法 ع"),
    ("line\nline\ttab\r", "line\nline\ttab\r"),
    ("a\u{0}b\u{8}c", "a\u{FFFD}b\u{FFFD}c"), ("", ""), ("javascript:x", "javascript:x"),
    // To Swift a letter of its own, to a browser the end of an attribute, or a tag.
    ("\"\u{301} onload=x", "&quot;\u{301} onload=x"), ("<\u{338}b>", "&lt;\u{338}b&gt;"),
    ("'\u{200D}", "&#39;\u{200D}"),
  ])
  func textsAreEscapedByteByByte(text: String, expected: String) {
    #expect(Array(PageText().escapeText(text).utf8) == Array(expected.utf8))
  }

  /// The template asks for this escaping; without it the library lets the mark through.
  @Test func templatesEscapeByDefault() throws {
    let page = try PageTemplate.render(["title": "\"\u{301}<b>", "language": "en\"\u{301} x"])
    #expect(page.utf8.count > 1000)
    #expect(page.contains("<title>&quot;\u{301}&lt;b&gt;</title>"))
    #expect(page.contains("<html lang=\"en&quot;\u{301} x\""))
  }

  /// What data could not be kept out of is not filled with data.
  @Test func dataStandInTextsAndQuotedAttributesAlone() throws {
    let blank = "\u{1}"
    let template = try PageTemplateText.withBlanks(blank)
    #expect(template.split(separator: blank).count > 80)
    for line in template.split(separator: "\n") {
      #expect(!line.contains("href=\"\(blank)"), "an address: \(line)")
      #expect(!line.contains("style=\""), "a style: \(line)")
      #expect(!line.contains("=\(blank)"), "an attribute without quotes: \(line)")
      #expect(!line.contains("<\(blank)") && !line.contains("</\(blank)"), "a tag: \(line)")
    }
  }

  /// Nothing is put into the page as it is but the style and the script, which are constants, and what
  /// `PageMarkup` made.
  @Test func nothingElseIsUnescaped() {
    let unescaped = PageTemplate.text.matches(of: /\{\{\{(\w+)\}\}\}|\{\{&/).map(\.output.1)
    #expect(Set(unescaped) == ["style", "script", "cells", "parts"])
    #expect(!PageStyle.text.contains("</") && !PageScript.text.contains("</"))
    #expect(!PageScript.text.contains("innerHTML") && !PageScript.text.contains("eval"))
    #expect(!PageScript.text.contains("fetch(") && !PageStyle.text.contains("url("))
  }

  @Test func markupIsMadeOfEscapedTexts() {
    #expect(
      PageMarkup(cells: ["1", "<b>\"\u{301}"]).renderText == "<td>1<td>&lt;b&gt;&quot;\u{301}")
    let part = ChartShapes.Part(start: "0", width: "50", colour: 2, middle: "25", text: "<5>")
    #expect(
      PageMarkup(parts: [part]).renderText
        == "<rect x=\"0%\" width=\"50%\" class=\"c2\"/><text x=\"25%\">&lt;5&gt;</text>")
  }

  @Test func everyWordOfTheTemplateIsThere() {
    let words = PageView.words(.english, listing: .states)
    let asked = Set(PageTemplate.text.matches(of: /words\.(\w+)/).map { String($0.output.1) })
    #expect(asked == Set(words.keys))
    #expect(words.values.allSatisfy { ($0 as? String)?.isEmpty == false })
  }

  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64(text: String, expected: String) {
    #expect(Digest.base64(Array(text.utf8)) == expected)
  }

  /// `printf '' | openssl dgst -sha256 -binary | base64`, and of `abc`.
  @Test func digestsOfAPolicy() {
    #expect(ContentDigest.of("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    #expect(ContentDigest.of("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }
}

/// The template with a mark in each of its blanks.
enum PageTemplateText {
  static func withBlanks(_ mark: String) throws -> String {
    PageTemplate.text.replacing(/\{\{[#\/^%][^}]*\}\}/, with: "")
      .replacing(/\{\{\{[^}]*\}\}\}/, with: "").replacing(/\{\{[^}]*\}\}/, with: mark)
  }
}
