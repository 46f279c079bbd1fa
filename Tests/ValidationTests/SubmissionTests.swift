import Basics
import Interchange
import Questionnaire
import Testing

@testable import Validation

struct SubmissionTests {
  @Test func statesOfItsAnswers() throws {
    let submission = try submission(1, "a ? ___ ~ / .")
    let states: [AnswerState] = [
      .answered, .unclear, .answered, .notAsked, .notApplicable, .noAnswer,
    ]
    #expect((0..<6).map(submission.state) == states)
  }

  /// Names of choices, ticks in the order of the form, numbers and dates as they stand.
  @Test(arguments: [
    ("attended", "yes"), ("rating", "3"), ("channels", "mail web"), ("sessions", "-2.5"),
    ("day", "2024-05-01"), ("remarks", "Good."),
  ])
  func answersAsDataStaffWriteThem(question: String, expected: String) throws {
    var submission = try submission(1, "a c a_c -2.5 2024-05-01 t")
    submission.texts = [5: "Good."]
    #expect(submission.value(of: try SmallSubmissions().question(question)) == expected)
  }

  /// What conditions ask: codes from 0, ticks, and nothing of what is no answer.
  @Test func answersToConditions() throws {
    let submission = try submission(1, "b ? a_c ~ 2024-05-01 t")
    #expect((0..<2).map { submission.code(of: $0) } == [1, nil])
    #expect((0..<3).map { submission.isSelected($0, of: 2) } == [true, false, true])
    #expect(!submission.isSelected(0, of: 3))
    #expect(submission.text(of: 4) == "2024-05-01")
    #expect(submission.text(of: 3) == "")
  }
}
