import Markdown
import Phrases
@testable import Publication
import Testing

struct ReportPageTests {
  @Test(arguments: [
    (
      "11. a\n\n12. b\n\n17. c",
      "<ol start=\"11\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n<ol start=\"17\">\n<li><p>c</p>\n</li>\n</ol>\n"
    ),
    ("- a\n- b", "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>\n"),
    ("# <T> & \"x\"", "<h1>&lt;T&gt; &amp; &quot;x&quot;</h1>\n"),
    (
      "*a* **b** `<c>`\\\nd", "<p><em>a</em> <strong>b</strong> <code>&lt;c&gt;</code><br>\nd</p>\n"
    ),
    ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
    (
      "[a](https://b.org/?c&d) [e](tables/f.csv) [g](#h)",
      "<p><a href=\"https://b.org/?c&amp;d\">a</a> <a href=\"tables/f.csv\">e</a> <a href=\"#h\">g</a></p>\n"
    ),
    ("[a](javascript:alert(1))", "<p>a (javascript:alert(1))</p>\n"),
    (
      "[a](<JAVA&Tab;script:x> \"t\") [b](data:text/html,c)",
      "<p>a (JAVA\tscript:x) b (data:text/html,c)</p>\n"
    ),
    ("![a](http://b/c.png)", "<p><a href=\"http://b/c.png\">a</a></p>\n"),
    (
      "a[^7] b[^7]\n\n[^7]: n",
      "<p>a<sup id=\"ref-1\"><a href=\"#note-1\">7</a></sup> b<sup><a href=\"#note-1\">7</a></sup></p>\n<hr>\n<div class=\"note\" id=\"note-1\"><p><sup><a href=\"#ref-1\">7</a></sup> n</p>\n</div>\n"
    ),
    (
      "|a|b|\n|-|-:|\n|1|2|",
      "<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">a</th><th scope=\"col\" align=\"right\">b</th></tr></thead>\n<tbody>\n<tr><td>1</td><td align=\"right\">2</td></tr>\n</tbody></table></div>\n"
    ),
  ])
  func markdownAsMarkup(text: String, expected: String) {
    #expect(ReportMarkup.text(of: MarkdownDocument(text)) == expected)
  }

  @Test func thePageNeedsNothingElse() {
    let page = ReportPageForm.page(
      of: MarkdownDocument("# T"), title: "</title><script>", .arabic)
    #expect(page.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(page.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"))
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("<link"))
    #expect(page.contains("<main>\n<h1>T</h1>\n</main>"))
  }
}
