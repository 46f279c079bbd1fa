import Testing

@testable import Validation

/// From one to three days.
struct ConstraintBrokenTests {
  private static let survey = "integer,days,,,. >= 1 and . <= 3\n"

  @Test(arguments: ["0", "4", "-1", "10"])
  func numbersOutside(answer: String) throws {
    #expect(
      try JudgedForm(Self.survey, answer).findings == [
        "constraint-broken days: question 'days' has '\(answer)', which breaks its constraint"
      ])
  }

  /// Numbers are compared as numbers, and what is no answer breaks nothing.
  @Test(arguments: ["1", "2", "3", ".", "?", "~", "/"])
  func numbersWithinAndBlanks(answer: String) throws {
    #expect(try JudgedForm(Self.survey, answer).findings.isEmpty)
  }
}
