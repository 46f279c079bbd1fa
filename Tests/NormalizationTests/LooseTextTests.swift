import Basics
@testable import Normalization
import Testing

struct LooseTextTests {
  @Test(arguments: [
    ("Yes.", "yes"), ("“Yes”", "yes"), ("« Oui »", "oui"), ("'Yes'", "yes"), ("- Yes", "yes"),
    ("Yes – in part", "yes in part"), ("Yes, in part;", "yes in part"),
    ("Yes — in part", "yes in part"),
    ("是。", "是"), ("نعم،", "نعم"), ("Ｙｅｓ！", "yes"), ("¡Sí!", "sí"), ("2-5.", "2-5"),
    // What may mean something stays.
    ("Yes?", "yes?"), ("-5", "-5"), ("- 5", "- 5"), ("1.5", "1.5"), ("2-5", "2-5"), ("C++", "c++"),
    ("50 %", "50 %"), ("a/b", "a/b"), ("don’t know", "don't know"), ("5, or more", "5, or more"),
    ("(yes)", "(yes)"), ("", ""), (".", ""), ("—", ""),
  ])
  func loose(text: String, expected: String) {
    #expect(LooseText.text(of: TextKey(text).text) == expected)
  }
}
