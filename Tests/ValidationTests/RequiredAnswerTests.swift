import Testing

@testable import Validation

/// Second must be answered by those who said yes to first; third may be left blank.
struct RequiredAnswerTests {
  private static let survey = """
    select_one yes_no,first,,yes,
    select_one yes_no,second,${first} = 'yes',yes,
    select_one yes_no,third,,,

    """

  @Test(arguments: [("a . a", ["second"]), (". . .", ["first"]), ("a . .", ["second"])])
  func blanksThatAreReported(answers: String, questions: [String]) throws {
    #expect(
      try JudgedForm(Self.survey, answers).findings
        == questions.map {
          "required-answer \($0): question '\($0)' is required and has no answer"
        })
  }

  /// Answered, not applicable, not asked, unclear: none of them is a blank.
  @Test(arguments: ["a b .", "b . .", "~ . .", "? . .", "a ~ .", "a ? ."])
  func otherStatesAreLeftAlone(answers: String) throws {
    #expect(try JudgedForm(Self.survey, answers).findings.isEmpty)
  }
}
