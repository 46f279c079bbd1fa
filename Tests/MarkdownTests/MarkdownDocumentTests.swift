@testable import Markdown
import Testing

struct MarkdownDocumentTests {
  private static func paragraph(_ text: String) -> MarkdownBlock { .paragraph([.text(text)]) }

  /// CommonMark would number the third 13 (5.3, "Lists": the others' numbers are disregarded).
  @Test func paragraphsKeepTheirNumbers() {
    let document = MarkdownDocument("11. a\n\n12. b\n\n17. c\n\n18. d\n")
    #expect(
      document.blocks == [
        .list(
          MarkdownList(
            first: 11, items: [[Self.paragraph("a")], [Self.paragraph("b")]], isLoose: true)),
        .list(
          MarkdownList(
            first: 17, items: [[Self.paragraph("c")], [Self.paragraph("d")]], isLoose: true)),
      ])
  }

  @Test func bulletsHaveNoNumbers() {
    let items = [[Self.paragraph("a")], [Self.paragraph("b")]]
    #expect(
      MarkdownDocument("- a\n- b\n").blocks == [
        .list(MarkdownList(first: nil, items: items, isLoose: false))
      ])
  }

  /// The number of a list within another stands further right in its line.
  @Test func listsWithinListsKeepTheirNumbers() {
    let inner = MarkdownList(first: 4, items: [[Self.paragraph("b")]], isLoose: false)
    #expect(
      MarkdownDocument("- é a\n\n  4. b\n").blocks == [
        .list(
          MarkdownList(
            first: nil, items: [[Self.paragraph("é a"), .list(inner)]], isLoose: true))
      ])
  }

  /// The parser would call them 1 and 2.
  @Test func footnotesKeepWhatTheyAreCalled() {
    let document = MarkdownDocument("One[^7], two[^b], one[^7].\n\n[^b]: Be.\n\n[^7]: Seven.\n")
    #expect(
      document.blocks == [
        .paragraph([
          .text("One"), .reference(note: 0), .text(", two"), .reference(note: 1), .text(", one"),
          .reference(note: 0), .text("."),
        ])
      ])
    #expect(
      document.footnotes == [
        MarkdownFootnote(label: "7", blocks: [Self.paragraph("Seven.")]),
        MarkdownFootnote(label: "b", blocks: [Self.paragraph("Be.")]),
      ])
  }

  @Test func tablesHaveAlignments() {
    let text = "| a | b | c |\n|---|--:|:-:|\n| 1 | 2 | *3* |\n"
    #expect(
      MarkdownDocument(text).blocks == [
        .table(
          MarkdownTable(
            headings: [[.text("a")], [.text("b")], [.text("c")]],
            rows: [[[.text("1")], [.text("2")], [.emphasis([.text("3")])]]],
            alignments: [nil, .right, .centre]))
      ])
  }

  /// HTML is what somebody reads, but for comments and breaks.
  @Test(arguments: [
    ("a <b>c</b>", [MarkdownInline.text("a "), .text("<b>"), .text("c"), .text("</b>")]),
    ("a <!-- b --> c", [.text("a "), .text(" c")]),
    ("a<br>b<BR />c", [.text("a"), .lineBreak, .text("b"), .lineBreak, .text("c")]),
    ("<i>a", [.text("<i>"), .text("a")]),
    ("5\\*3\\*2 \\<b\\> \\& 1\\. x", [.text("5*3*2 <b> & 1. x")]),
    ("5*3*2", [.text("5"), .emphasis([.text("3")]), .text("2")]),
    (
      "[a](b.csv) ![c](d.png)",
      [
        .link([.text("a")], address: "b.csv"), .text(" "), .image([.text("c")], address: "d.png"),
      ]
    ),
    ("**a** `b`\nc", [.strong([.text("a")]), .text(" "), .code("b"), .text("\n"), .text("c")]),
  ])
  func partsOfALine(text: String, expected: [MarkdownInline]) {
    #expect(Self.joined(MarkdownDocument(text).blocks) == Self.joined([.paragraph(expected)]))
  }

  /// Texts that follow one another are one.
  private static func joined(_ blocks: [MarkdownBlock]) -> [MarkdownInline] {
    guard case .paragraph(let inlines)? = blocks.first, blocks.count == 1 else { return [] }
    return inlines.reduce(into: []) { joined, inline in
      if case .text(let next) = inline, case .text(let last)? = joined.last {
        joined[joined.count - 1] = .text(last + next)
      } else {
        joined.append(inline)
      }
    }
  }

  @Test func otherBlocks() {
    let text = "# H\n\n> q\n\n---\n\n    code\n\n<div>\nx\n</div>\n\n<!-- no -->\n"
    #expect(
      MarkdownDocument(text).blocks == [
        .heading([.text("H")], level: 1), .quote([Self.paragraph("q")]), .rule, .code("code\n"),
        Self.paragraph("<div>\nx\n</div>"),
      ])
  }

  @Test(arguments: ["", "\n\n", "\u{0}", "[^1]: nobody refers to it\n"])
  func nearlyNothing(text: String) {
    let document = MarkdownDocument(text)
    #expect(document.footnotes.isEmpty && document.blocks.count <= 1)
  }
}
