import Basics
import Findings
import Tabular
import Definition
import Questionnaire
import Testing

@testable import Validation

/// Which submission of a unit counts; the cut-off of the small collection is the end of June 2024.
struct CountedSubmissionTests {
  private func choose(
    _ submissions: [Submission], _ result: inout PartitionResult, _ keys: String = ""
  ) throws -> CountedSubmission? {
    SubmissionChoice(pipeline: try SmallSubmissions(keys).pipeline)
      .choose(among: submissions[...], unit: "ada", &result)
  }

  /// Each has its moment; the one that counts is named by its number.
  @Test(arguments: [
    (["2024-06-01", "2024-06-02", "2024-05-03"], 2),
    // A day without a time is its first moment.
    (["2024-06-01T00:00:01", "2024-06-01"], 1),
    // Of two of one moment the later record.
    (["2024-06-01", "2024-06-01"], 2),
    // 10:00 two hours east of Greenwich is 8:00 there, and two hours west of it 12:00.
    (["2024-06-01T10:00:00+02:00", "2024-06-01T09:00:00"], 2),
    (["2024-06-01T10:00:00-02:00", "2024-06-01T11:59:59"], 1),
    // The cut-off is the last day that counts.
    (["2024-06-30T23:59:59", "2024-07-01"], 1), (["2024-06-29", "2024-06-30"], 2),
  ])
  func theLatestInTimeCounts(received: [String], expected: Int) throws {
    var result = noResult()
    let submissions = try received.enumerated().map { index, received in
      try submission(index + 1, "a b a__ 2 . t", received: received)
    }
    #expect(try choose(submissions, &result)?.submission.number == expected)
    // Whatever the order they stand in.
    #expect(try choose(submissions.reversed(), &result)?.submission.number == expected)
  }

  @Test func theOthersAreListed() throws {
    var result = noResult()
    let counted = try choose(
      [
        submission(1, "a b a__ 2 . t"), submission(2, "b . a__ 2 . t", received: "2024-06-02"),
        submission(3, "b . a__ 2 . t", received: "2024-06-03"),
        submission(4, "a b a__ 2 . t", received: "2024-07-04"),
      ], &result)
    #expect(counted?.submission.number == 3)
    #expect(counted?.earlier.map(\.number) == [1, 2])
    #expect(counted?.late == 1)
    #expect(result.late.map(\.receipt.number) == [4])
    #expect(result.late.map(\.by?.number) == [3])
    // The latest of them first.
    #expect(result.superseded.map(\.receipt.number) == [2, 1])
    #expect(result.superseded.map(\.by.number) == [3, 3])
    #expect(result.superseded.map(\.likeness.isSameInCodes) == [true, false])
    #expect(result.superseded.map(\.likeness.sharedTexts) == [1, 0])
    #expect(result.superseded.map(\.likeness.isOrderOpen) == [false, false])
  }

  @Test func nothingCountsWhereAllAreLate() throws {
    var result = noResult()
    let late = try ["2024-07-01", "2024-07-02"].enumerated().map { index, received in
      try submission(index + 1, "a b a__ 2 . t", received: received)
    }
    #expect(try choose(late, &result) == nil)
    #expect(result.late.map(\.receipt.number) == [1, 2])
    #expect(result.late.allSatisfy { $0.by == nil })
    #expect(result.superseded.isEmpty)
  }

  /// A mended record stands where the one stood that it mends, and was read after it.
  @Test func aMendedOneStandsForTheOneItMends() throws {
    var result = noResult()
    let counted = try choose(
      [
        submission(1, "a b a__ 2 . t"), submission(2, "b . a__ 2 . t"),
        submission(9, "a c a__ 2 . t", order: 1),
      ], &result)
    // Of two of one day the record further down: the second, not the mended first.
    #expect(counted?.submission.number == 2)
    #expect(result.superseded.map(\.receipt.number) == [1, 9])
    #expect(result.superseded.map(\.by.number) == [9, 2])
    guard case .mended = result.superseded[0].reason, case .later = result.superseded[1].reason
    else {
      Issue.record("\(result.superseded.map(\.reason))")
      return
    }
  }

  /// Attended is answered later, channels was not asked later, sessions is unclear earlier, day was
  /// asked earlier and not answered.
  @Test func mergedAnswersAreThoseOfTheLatestThatHasThem() throws {
    var result = noResult()
    let counted = try #require(
      try choose(
        [
          submission(1, "a a __c 1 2024-05-01 t", received: "2024-06-01"),
          submission(2, "a b a__ ? . .", received: "2024-06-02"),
          submission(3, "b . ~ . ~ .", received: "2024-06-03"),
        ], &result, "resubmissions: merge"))
    #expect(fields(counted.submission) == "b b a__ ? 2024-05-01 t")
    let form = try SmallSubmissions().pipeline.form
    #expect(form.questions.map { counted.origin(of: $0).number } == [3, 2, 2, 2, 1, 1])
    #expect(
      result.given == [
        AnswerID(submission: 2, question: "rating"): 3,
        AnswerID(submission: 2, question: "channels"): 3,
        AnswerID(submission: 2, question: "sessions"): 3,
        AnswerID(submission: 1, question: "day"): 3,
        AnswerID(submission: 1, question: "remarks"): 3,
      ])
    guard case .merged(let later) = result.superseded[0].reason,
      case .merged(let earlier) = result.superseded[1].reason
    else {
      Issue.record("\(result.superseded.map(\.reason))")
      return
    }
    #expect(later == ["rating", "channels", "sessions"])
    #expect(earlier == ["day", "remarks"])
  }

  /// What an earlier form asked was asked, though nobody answered it.
  @Test func askedOnceIsAsked() throws {
    var result = noResult()
    let counted = try choose(
      [
        submission(1, "a . a__ 1 . .", received: "2024-06-01"),
        submission(2, "a ~ a__ 1 . ~", received: "2024-06-02"),
      ], &result, "resubmissions: merge")
    #expect(counted.map { fields($0.submission) } == "a . a__ 1 . .")
    #expect(result.given.isEmpty)
  }

  @Test func withoutMergeNothingIsTakenOver() throws {
    var result = noResult()
    let counted = try choose(
      [
        submission(1, "a a __c 1 2024-05-01 t", received: "2024-06-01"),
        submission(2, "b . ~ . ~ .", received: "2024-06-02"),
      ], &result)
    #expect(counted.map { fields($0.submission) } == "b . ~ . ~ .")
    #expect(result.given.isEmpty)
  }

  /// Of two of one day the second one's answers are taken over, and that they contradict the first one's is told;
  /// what only the first one says is taken over, too.
  @Test func ofTwoThatGaveAnswersTheOrderMayBeOpen() throws {
    var result = noResult()
    let counted = try #require(
      try choose(
        [
          submission(1, "a b a__ 2 . t"), submission(2, "a c . . . t"),
          submission(3, ". . . . . t", received: "2024-06-03"),
        ], &result, "resubmissions: merge"))
    #expect(fields(counted.submission) == "a c a__ 2 . t")
    #expect(result.contradictions.filter(\.isInCodes).map(\.receipt.number) == [1])
    #expect(result.contradictions.filter(\.isInCodes).map(\.giver.number) == [2])
    // Where the later one answered itself nothing was taken over that the two contradict in.
    var other = noResult()
    _ = try choose(
      [
        submission(1, "a b a__ 2 . t"), submission(2, "a c . . . t"),
        submission(3, ". a . . . t", received: "2024-06-03"),
      ], &other, "resubmissions: merge")
    #expect(other.contradictions.filter(\.isInCodes).isEmpty)
  }
}
