import Basics
import Testing

struct MarkupTests {
  @Test(arguments: [
    ("Welcome **everyone**", "Welcome everyone"), ("*Is* there a ***law***?", "Is there a law?"),
    ("<b>Is</b> there <i>a</i> law?", "Is there a law?"), ("One<br>two<br/>three", "One two three"),
    (#"<span style="color:red">Is</span> it?"#, "Is it?"), ("<p>Is it?</p>", "Is it?"),
    ("H<sub>2</sub>O &amp; more&nbsp;", "H2O & more "), ("## Part A", "Part A"),
    ("Salt &lt; 5 g", "Salt < 5 g"), ("&amp;lt;", "&lt;"),
  ])
  func markup(text: String, plain: String) {
    #expect(text.withoutMarkup == plain)
  }

  @Test(arguments: [
    "age < 5 and > 3", "a<b and b>c", "5 * 3 * 2", "Name *", "*", "**", "C# and C++", "#1",
    "__version__", "A & B", "<5 years", "x <y> z", "2*3*4", "",
  ])
  func texts(text: String) {
    #expect(text.withoutMarkup == text)
  }
}
