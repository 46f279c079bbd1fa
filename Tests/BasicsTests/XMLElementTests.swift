import Testing

@testable import Basics

struct XMLElementTests {
  @Test func fileText() {
    let element = Basics.XMLElement(
      "a", attributes: [("x", "1"), ("y", "\"<&>\n")],
      [
        Basics.XMLElement("b"), Basics.XMLElement("c", text: "é < & > \" ' \r\n\t"),
        Basics.XMLElement("d", [Basics.XMLElement("e", text: "")]),
      ])
    #expect(
      element.fileText == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a x="1" y="&quot;&lt;&amp;&gt;&#10;">
          <b/>
          <c>é &lt; &amp; &gt; &quot; ' &#13;&#10;&#9;</c>
          <d>
            <e></e>
          </d>
        </a>

        """)
  }

  /// What XML 1.0 has no sign for, not even as a reference.
  @Test(arguments: ["\u{0}", "\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
  func lettersThatXMLHasNot(letter: String) {
    #expect(Basics.XMLElement("a", text: letter).fileText.contains("<a>\u{FFFD}</a>"))
  }

  /// To Swift a quotation mark with an accent is one character, to a reader of XML two.
  @Test func marksUnderAccents() {
    #expect(
      Basics.XMLElement("a", attributes: [("x", "\"\u{301}<\u{338}")]).fileText
        .contains("x=\"&quot;\u{301}&lt;\u{338}\""))
  }
}
