import Testing

@testable import Validation

/// Second is asked of those who said yes to first.
struct RoutingBrokenTests {
  private static let survey = """
    select_one yes_no,first,,,
    select_one yes_no,second,${first} = 'yes',,

    """

  @Test(arguments: ["a a", "a b", "a .", "a ?", "b .", ". .", "b ?"])
  func answersThatKeepToTheRouting(answers: String) throws {
    #expect(try JudgedForm(Self.survey, answers).findings.isEmpty)
  }

  /// The answer stays: only a correction changes an answer.
  @Test(arguments: ["b a", ". a"])
  func answersThatDoNot(answers: String) throws {
    let judged = try JudgedForm(Self.survey, answers)
    #expect(
      judged.findings == [
        "routing-broken second: question 'second' is answered 'yes', but the answers before it "
          + "say that it does not apply"
      ])
    #expect(judged.cells == answers)
  }

  /// A blank is no answer where the question applies, and not applicable where it does not; what
  /// was not asked stays so.
  @Test(arguments: [("a .", "a ."), ("b .", "b /"), ("b ~", "b ~"), ("b ?", "b ?")])
  func blanksAreMarked(answers: String, marked: String) throws {
    #expect(try JudgedForm(Self.survey, answers).cells == marked)
  }
}
