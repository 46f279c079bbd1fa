import Definition
import Testing

@testable import Validation

/// Second is asked of those who said yes to first.
struct RoutingBrokenTests {
  private static let survey = """
    select_one yes_no,first,,,
    select_one yes_no,second,${first} = 'yes',,

    """

  @Test(arguments: ["a a", "a b", "a .", "a ?", "b .", ". .", "b ?", "? a", "? .", "? ?"])
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
    #expect(judged.fields == answers)
  }

  /// What is kept is not reported; what is left out is, as settled, and leads no further: third is
  /// asked of those who said yes to second.
  @Test func answersBehindASkipAsThePipelineSays() throws {
    let survey = Self.survey + "select_one yes_no,third,${second} = 'yes',,. = 'yes'\n"
    let reported = try JudgedForm(survey, "b a b")
    #expect(reported.findings.count == 2)
    let kept = try JudgedForm(survey, "b a b", behindSkip: .keep)
    #expect(kept.fields == "b a b")
    #expect(kept.findings.map { $0.prefix(23) } == ["constraint-broken third"])
    let blanked = try JudgedForm(survey, "b a b", behindSkip: .blank)
    #expect(blanked.fields == "b / /")
    #expect(
      blanked.findings
        == ["second", "third"].map {
          "routing-broken \($0): question '\($0)' is answered '\($0 == "second" ? "yes" : "no")', but the "
            + "answers before it say that it does not apply; it was left out"
        })
    for answers in ["a a a", "a b .", "b ? .", "b . ."] {
      let judged = try JudgedForm(survey, answers, behindSkip: .blank)
      #expect(judged.fields == (try JudgedForm(survey, answers)).fields)
      #expect(judged.findings.isEmpty)
    }
  }

  /// A blank is no answer where the question applies, and not applicable where it does not; what
  /// was not asked stays so.
  @Test(arguments: [("a .", "a ."), ("b .", "b /"), ("b ~", "b ~"), ("b ?", "b ?")])
  func blanksAreMarked(answers: String, marked: String) throws {
    #expect(try JudgedForm(Self.survey, answers).fields == marked)
  }

  /// Where an unclear answer leaves open whether a question applies, a blank is unclear, and so is
  /// what follows from it; an answer is one. The finding of the unclear answer is the only one.
  @Test(arguments: [
    ("? . .", "? ? ?"), ("? a .", "? a ."), ("? b .", "? b /"), ("? . a", "? ? a"),
    ("? ~ .", "? ~ /"), ("b . .", "b / /"), (". . .", ". / /"),
  ])
  func undecidedBlanksAreUnclear(answers: String, marked: String) throws {
    let survey = """
      select_one yes_no,first,,,
      select_one yes_no,second,${first} = 'yes',yes,
      select_one yes_no,third,${second} = 'yes',,

      """
    let judged = try JudgedForm(survey, answers)
    #expect(judged.fields == marked)
    #expect(judged.findings == [])
  }

  /// What decides whatever the unclear answer is leaves nothing open.
  @Test(arguments: [("? a .", "? a ."), ("? b .", "? b ?")])
  func theOtherGateDecides(answers: String, marked: String) throws {
    let survey = """
      select_one yes_no,first,,,
      select_one yes_no,second,,,
      select_one yes_no,third,${first} = 'yes' or ${second} = 'yes',,

      """
    #expect(try JudgedForm(survey, answers).fields == marked)
  }
}
