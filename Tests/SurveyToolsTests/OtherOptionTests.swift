import Basics
import SurveyTools
import Testing

struct OtherOptionTests {
  @Test(arguments: [
    ("Other", true), ("other (please specify)", true), ("OTHER:", true), ("Others", true),
    ("Other reason, please specify", true), ("Other - describe", true), ("Autre", true),
    ("Autre raison (précisez)", true), ("otro", true), ("Другое", true), ("Sonstiges", true),
    ("其他", true), ("Another", false), ("", false), ("Other phone", false), ("Otherwise", false),
    ("Andere Farbe", false), ("Other1", false), ("Specify", false),
  ])
  func names(option: String, isOther: Bool) {
    #expect(OtherOption.isOther(option) == isOther)
  }

  @Test func texts() {
    #expect(Set(OtherOption.allTexts.map(\.text)) == ["other", "other (please specify)"])
    #expect(OtherOption.allStored == ["-oth-"])
  }
}
