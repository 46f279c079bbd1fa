import SurveyTools
import Testing

struct MissingWordsTests {
  @Test(arguments: [
    "n/a", "N/A", "NA", "#N/A", "-99", "-88", "-77", "-66", "None given", " no  answer ",
    "-999999999", "##N/A##",
  ])
  func contained(text: String) {
    #expect(MissingWords.usual.contain(text))
  }

  /// Numbers that one tool alone writes for no answer are answers everywhere else.
  @Test(arguments: ["", "Namibia", "none", "99", "no", "-9", "-1"])
  func notContained(text: String) {
    #expect(!MissingWords.usual.contain(text))
  }

  @Test(arguments: [
    (HeaderConvention.soSci, "-9", true), (.soSci, "-1", true), (.soSci, "N/A", true),
    (.soSci, "9", false), (.unipark, "-9", false), (.plain, "-1", false),
  ])
  func ofATool(convention: HeaderConvention, text: String, isMissing: Bool) {
    #expect(MissingWords(of: convention.tool).contain(text) == isMissing)
  }
}
