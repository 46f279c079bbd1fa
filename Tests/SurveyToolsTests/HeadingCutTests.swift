import SurveyTools
import Testing

struct HeadingCutTests {
  private static let cases: [(HeadingCut, String, [String])] = [
    (.brackets, "Rate it [1] [Food]", ["Rate it [1] |Food", "Rate it |1] [Food"]),
    (.brackets, "Rate it [Food] now", []),
    (.choiceInParentheses, "Which (choice=A (b))", ["Which|A (b)"]),
    (.slash, "group/channels/mail", ["group/channels|mail", "group|channels/mail"]),
    (.underscores, "a_b___c", ["a_b|c"]),
    (.underscore, "Q2_", ["Q2|"]), (.doubleUnderscore, "a_b__n1", ["a_b|n1"]),
    (.numberAndParentheses, "5、(a、(b))", ["5、(a|b)", "5|a、(b)"]),
    (.spacedHyphen, "How - so - E-mail", ["How - so|E-mail", "How|so - E-mail"]),
    (.colon, "none", []),
  ]

  @Test(arguments: cases)
  func parts(cut: HeadingCut, heading: String, expected: [String]) {
    #expect(cut.parts(of: heading).map { "\($0.question)|\($0.option)" } == expected)
  }

  /// A mark that another begins or ends with would cut that one in two, were it tried before.
  @Test func longerMarksComeFirst() {
    let marks = HeadingCut.allCases.map(\.mark)
    for (index, mark) in marks.enumerated() {
      #expect(!marks[(index + 1)...].contains { $0.contains(mark) }, "'\(mark)'")
    }
  }
}
