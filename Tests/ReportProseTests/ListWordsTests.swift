@testable import ReportProse
import Testing

struct ListWordsTests {
  @Test(arguments: [
    ("en", ["Chad"], "Chad"), ("en", ["Chad", "Mali"], "Chad and Mali"),
    ("en", [], "none"), ("fr", ["Mali", "Tchad"], "Mali et Tchad"),
    ("es", ["Chad", "Malí"], "Chad y Malí"), ("es", ["Chad", "India"], "Chad e India"),
    ("es", ["Chad", "Hungría"], "Chad y Hungría"), ("es", ["Chad", "Hiatos"], "Chad y Hiatos"),
    ("ru", ["Мали", "Чад", "Чили"], "Мали, Чад и Чили"), ("zh", ["马里", "乍得"], "马里和乍得"),
    ("ar", ["تشاد", "مالي"], "تشاد ومالي"),
  ])
  func inASentence(language: String, names: [String], expected: String) {
    #expect(ListWords(language).list(names, most: nil, inSentence: true) == expected)
  }

  @Test func examplesOfMoreNamesThanAskedFor() {
    let words = ListWords("en")
    let names = ["Chad", "Mali", "Peru"]
    #expect(words.list(names, most: 2, inSentence: true) == "for example Chad and Mali")
    #expect(words.list(names, most: 3, inSentence: true) == "Chad, Mali and Peru")
    #expect(ListWords("fr").list(names, most: 1, inSentence: false) == "par exemple Chad")
  }
}
