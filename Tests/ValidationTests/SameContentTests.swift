import Questionnaire
import Testing
import _TestSupport

@testable import Validation

/// Five numbers tell one reply from another; yes and no hardly do.
struct SameContentTests {
  private func sameness(numbers: Int, fixed: Set<Int> = []) throws -> SameContent {
    let workdir = try Workdir()
    let questions = (1...numbers).map { "integer,n\($0),N\n" }.joined()
    try workdir.write(
      "type,name,label\nselect_one yes_no,q,Q\n\(questions)", to: "survey.csv")
    try workdir.write(
      "list_name,name,label\nyes_no,yes,Yes\nyes_no,no,No\n", to: "choices.csv")
    return SameContent(try Questionnaire(folder: workdir.path), fixed: fixed)
  }

  @Test func aFormWithFewTellingQuestionsComparesNothing() throws {
    #expect(try sameness(numbers: 4).digest(of: submission(1, "a 1 2 3 4")) == 0)
    #expect(try sameness(numbers: 5).digest(of: submission(1, "a 1 2 3 4 5")) != 0)
  }

  /// Five of six numbers are enough, four are not, and the yes does not count.
  @Test func aReplyWithFewTellingAnswersIsNotCompared() throws {
    let sameness = try sameness(numbers: 6)
    #expect(try sameness.digest(of: submission(1, ". 1 2 3 4 5 .")) != 0)
    #expect(try sameness.digest(of: submission(1, "a 1 2 3 4 . ?")) == 0)
  }

  /// Where a reply came from is no answer: neither of the five, nor what tells two replies apart.
  @Test func whereAReplyCameFromIsNoAnswer() throws {
    let sameness = try sameness(numbers: 6, fixed: [0, 6])
    #expect(try sameness.digest(of: submission(1, "a 1 2 3 4 . 7")) == 0)
    #expect(
      try sameness.digest(of: submission(1, "a 1 2 3 4 5 7"))
        == sameness.digest(of: submission(2, "b 1 2 3 4 5 8")))
  }

  @Test func sameAnswersHaveTheSameDigest() throws {
    let sameness = try sameness(numbers: 5)
    let digest = try sameness.digest(of: submission(1, "a 1 2 3 4 5"))
    #expect(
      try sameness.digest(of: submission(8, "a 1 2 3 4 5", received: "2024-06-09", unit: 2))
        == digest)
    for other in ["b 1 2 3 4 5", "a 1 2 3 5 4", "a 1 2 3 4 6"] {
      #expect(try sameness.digest(of: submission(1, other)) != digest)
    }
  }
}
