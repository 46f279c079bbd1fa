import Basics
import Testing
import _TestSupport

struct TextKeyTests {
  @Test(arguments: [
    ("Yes", "yes"), (" yes ", "yes"), ("YES\n", "yes"), ("a\u{A0} b", "a b"),
    ("a\r\n\tb", "a b"), ("Côte d’Ivoire", "côte d'ivoire"), ("\u{FEFF}État", "état"),
    ("E\u{301}tat", "état"), ("Guinea\u{2011}Bissau", "guinea-bissau"),
    ("page \u{2013} news", "page - news"), ("\u{2212}5", "-5"), ("ПАРИЖ", "париж"),
    ("Straße", "strasse"), ("STRASSE", "strasse"),
    ("Ｙｅｓ（２）", "yes(2)"), ("Yes\u{200B}", "yes"), ("\u{200F}نعم\u{200E}", "نعم"),
    ("re\u{AD}ply", "reply"),
    ("\u{3000}中\u{3000}国\u{3000}", "中 国"),
  ])
  func equalTexts(left: String, right: String) {
    #expect(TextKey(left) == TextKey(right))
    #expect(TextKey(left).hashValue == TextKey(right).hashValue)
    #expect(TextKey(left).text == right)
  }

  @Test(arguments: [
    ("cote", "côté"), ("yes", "yes."), ("a b", "ab"), ("a-b", "a b"), ("1", "01"), ("a", ""),
  ])
  func otherTexts(left: String, right: String) {
    #expect(TextKey(left) != TextKey(right))
  }

  @Test(arguments: ["", " ", "\u{A0}\n\t", "\u{FEFF}"])
  func empty(text: String) {
    #expect(TextKey(text).isEmpty)
  }

  /// ASCII is brought into the form by a shorter way, with the same result: a letter beyond ASCII
  /// in front forces the longer one.
  @Test func asciiTakesAShorterWay() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let text = String(
        decoding: (0..<random.below(12)).map { _ in UInt8(random.below(0x80)) }, as: UTF8.self)
      #expect("é\(TextKey("x\(text)").text.dropFirst())" == TextKey("é\(text)").text)
    }
  }
}
