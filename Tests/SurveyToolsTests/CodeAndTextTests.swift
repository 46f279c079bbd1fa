import SurveyTools
import Testing

struct CodeAndTextTests {
  private static let single: [(String, String?, Bool)] = [
    ("Q2[SQ001]. Which? [Web]", "Q2[SQ001]|Which? [Web]", true),
    ("role | Your role?", "role|Your role?", false),
    ("rôle: Votre rôle ?", "rôle|Votre rôle ?", false),
    ("Q2[SQ001]", nil, false), (" Q2. Which?", nil, false),
    // A text; only the form tells that "How" is no question.
    ("How was it?", "How|was it?", false),
  ]

  @Test(arguments: single)
  func oneHeading(heading: String, expected: String?, isCertain: Bool) {
    let parts = CodeAndText(heading)
    #expect(parts.map { "\($0.code)|\($0.text)" } == expected)
    #expect(parts?.isCertain ?? false == isCertain)
  }

  @Test func allHeadings() {
    let parts = CodeAndText.all(["id. Response ID", "Q1. Who?", "Q2[a]. Which? [Web]"])
    #expect(parts?.map(\.code) == ["id", "Q1", "Q2[a]"])
    #expect(parts?.map(\.text) == ["Response ID", "Who?", "Which? [Web]"])
    let chosen = CodeAndText.all(["id - Response ID", "Q1 - «Who»?"])
    #expect(chosen?.map(\.text) == ["Response ID", "«Who»?"])
  }

  /// Columns that people added, beside those of the tool: options have codes that nobody else writes.
  @Test func someHeadings() {
    let parts = CodeAndText.some(["who", "Q1[a]. Which? [Web]", "Q2. Why?", "Nr. of mails: 3"])
    #expect(parts?.map { $0?.code } == [nil, "Q1[a]", "Q2", nil])
    #expect(parts?[1]?.text == "Which? [Web]")
    #expect(CodeAndText.some(["id. Response", "Q2. Why?", "Which [Web]", "Q1[a]: Web [x]"]) == nil)
    #expect(CodeAndText.isOption("Q1[a]. Which? [Web]"))
    #expect(!CodeAndText.isOption("Q1[a]. Which?") && !CodeAndText.isOption("Ä1[a]. W? [Web]"))
  }

  /// One heading that is written otherwise, and the file is not written so.
  @Test(arguments: [
    ["id. Response ID", "Who?"], ["id", "Q1"], ["id. Response ID", "Q1: Who?"],
    ["id. Response ID", "роль. Кто?"], [],
  ])
  func noSuchFile(headings: [String]) {
    #expect(CodeAndText.all(headings) == nil)
  }
}
