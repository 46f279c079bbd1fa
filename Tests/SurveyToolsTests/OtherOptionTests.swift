import Basics
import SurveyTools
import Testing

struct OtherOptionTests {
  @Test(arguments: [
    ("Other", true, true), ("other (please specify)", true, true), ("OTHER:", true, true),
    ("Autre", false, true), ("otro", false, true), ("Другое", false, true),
    ("Another", false, false), ("", false, false),
  ])
  func names(option: String, isOther: Bool, mayBeOther: Bool) {
    #expect(OtherOption.isOther(option) == isOther)
    #expect(OtherOption.mayBeOther(option) == mayBeOther)
  }

  @Test func texts() {
    #expect(Set(OtherOption.allTexts.map(\.text)) == ["other", "other (please specify)"])
    #expect(OtherOption.allStored == ["-oth-"])
  }
}
