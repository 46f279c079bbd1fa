@testable import Basics
import Tabular
import Testing

struct LetterFormsTests {
  /// The letters of two texts by code point: Swift itself takes composed and decomposed ones for one.
  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  @Test(arguments: [
    ("e\u{301}", "é"), ("é", "é"), ("\u{1112}\u{1161}\u{11AB}", "한"), ("\u{212B}", "Å"),
    // A composition that Unicode excludes, marks in another order, and nothing to do.
    ("\u{958}", "\u{915}\u{93C}"), ("q\u{307}\u{323}", "q\u{323}\u{307}"), ("中文 abc", "中文 abc"),
  ])
  func composed(text: String, expected: String) {
    #expect(Self.scalars(LetterForms.composed(text)) == Self.scalars(expected))
  }

  /// Each letter alone and after others that it may join: letters that are taken for composed without
  /// a look at the tables must be so there.
  @Test func whatIsTakenForComposedIs() {
    var differences: [String] = []
    let before = ["", "a", "e", "и", "ا", "و", "ي", "中", "ᄀ"]
    for scalar in (0x80...0x9FFF).compactMap(Unicode.Scalar.init) {
      for first in before {
        let text = first + String(scalar)
        // A character behind it that there is none of: the tables are asked.
        let byTables = LetterForms.composed(text + "\u{378}").unicodeScalars.dropLast()
        let found = Self.scalars(LetterForms.composed(text))
        if found != byTables.map(\.value) { differences.append(text) }
      }
    }
    #expect(differences == [])
  }

  @Test(arguments: [
    ("Côte d'Ivoire", "cote d'ivoire"), ("TÜRKİYE", "turkiye"), ("Straße", "strasse"),
    ("São Tomé", "sao tome"), ("Lao", "lao"), ("Ἀθῆναι", "αθηναι"), ("ЙОД Ё", "иод е"),
    ("ÅLAND", "aland"), ("Łódź", "łodz"), ("ᾠδή", "ωδη"), ("e\u{301}", "e"),
    // Vowel signs, the dots of Arabic letters and the marks of kana are no accents.
    ("हिन्दी", "हिन्दी"), ("ไทย", "ไทย"), ("آذَار", "آذَار"), ("ガ", "ガ"),
  ])
  func folded(text: String, expected: String) {
    #expect(LetterForms.folded(text) == expected)
  }

  @Test(arguments: [("ÇA va", "CA va"), ("Ελλάδα", "Ελλαδα"), ("plain", "plain"), ("≠", "=")])
  func withoutAccents(text: String, expected: String) {
    #expect(LetterForms.withoutAccents(text) == expected)
  }
}
