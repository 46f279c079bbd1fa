import SurveyTools
import Testing

struct MissingWordsTests {
  @Test(arguments: [
    "n/a", "N/A", "NA", "#N/A", "-99", "-88", "-77", "-66", "None given", " no  answer ",
  ])
  func contained(text: String) {
    #expect(MissingWords.contain(text))
  }

  @Test(arguments: ["", "Namibia", "none", "99", "no"])
  func notContained(text: String) {
    #expect(!MissingWords.contain(text))
  }
}
