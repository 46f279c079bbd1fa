import Register
import Testing
import _TestSupport

/// Corrections are applied only where they find what they expect, and listed.
struct CorrectionTests {
  /// The source has the form's version of 2004: it asked `old` and not `new`.
  private static let form = """
    select_one yn,q1,First?,,,
    select_multiple ch,q2,Second?,,,
    text,why,Why?,,,
    select_one yn,old,Old?,,,2004-12-31
    select_one yn,new,New?,,2005-01-01,

    """
  private static let replies = """
    Who,Received,q1,q2,why,old,new
    A,2005-06-01,Yes,X; Z,because,Yes,Yes
    B,2005-06-01,Perhaps so,X,because,Yes,Yes
    C,2005-06-01,Perhaps so,X,because,Yes,Yes
    D,2005-09-01,Yes,X,because,Yes,Yes

    """

  private func run(_ corrections: String) throws -> (Respondents, CommandRun) {
    let respondents = try Respondents(
      form: Self.form, pipeline: "    version: 2004-10-01", replies: Self.replies,
      corrections: corrections)
    return (respondents, try respondents.run())
  }

  @Test func correctionsThatFindWhatTheyExpectAreAppliedAndListed() throws {
    let (replies, run) = try run(
      """
      A,q1,yes,no,their letter
      A,q2,x z,y,their letter
      A,why,because,"therefore, so",their letter
      A,old,yes,,their letter
      A,new,yes,,their letter
      B,q1,Perhaps so,yes,by telephone
      C,q1,?,no,by telephone

      """)
    #expect(run.status == 0, "\(run.error)")
    let tables = try replies.tables
    #expect(tables.codes("q1/yes") == ["B"])
    #expect(tables.codes("q1/no") == ["A", "C"])
    #expect(tables.codes("q2/y") == ["A"])
    // Corrected to a blank: no answer where that version asked, else not asked.
    #expect(tables.count("old/.no_answer") == 1)
    #expect(tables.count("new/.not_asked") == 1)
    #expect(tables.count("new/.no_answer") == 0)
    #expect(
      try replies.rows("machine/texts.csv", "unit", "text")
        == ["A|therefore, so", "B|because", "C|because"])
    // Unclear answers are listed as they were received, however the correction named them.
    #expect(
      try replies.rows("machine/corrections.csv", "unit", "question", "from", "to", "reason") == [
        "A|q1|yes|no|their letter", "A|q2|x z|y|their letter",
        "A|why|because|therefore, so|their letter", "A|old|yes||their letter",
        "A|new|yes||their letter", "B|q1|Perhaps so|yes|by telephone",
        "C|q1|Perhaps so|no|by telephone",
      ])
    #expect(
      try replies.rows("machine/findings.csv", "rule", "severity", "unit")
        == ["unclear-answer|settled|B", "unclear-answer|settled|C"])
  }

  /// Ticks in any order, blanks for no answer, and numbers with idle zeros are what they mean.
  @Test func whatIsExpectedMayBeWrittenOtherwise() throws {
    let respondents = try Respondents(
      form:
        "select_multiple ch,q1,First?,,,\ndecimal,n,How much?,,,\nselect_one yn,q2,Second?,,,\n",
      replies: "Who,Received,q1,n,q2\nA,2005-06-01,X; Z,12.50,\nB,2005-06-01,b a,1,\n",
      corrections: """
        A,q1,z x,y,their letter
        A,n,12.500,13,their letter
        A,q2, ,yes,their letter
        B,q1,a b,x,their letter

        """)
    #expect(try respondents.run().status == 1)
    #expect(
      try respondents.rows("machine/corrections.csv", "unit", "question", "from", "to")
        == ["A|q1|x z|y", "A|n|12.5|13", "A|q2||yes"])
    #expect(
      try respondents.rows("machine/findings.csv", "rule", "severity", "unit") == [
        "unclear-answer|fatal|B", "stale-correction|fatal|B",
      ])
  }

  /// What a correction expects is not there, the unit sent nothing in time, or an earlier line has
  /// changed the answer already; one may build on another.
  @Test func correctionsThatDoNothingAreFindings() throws {
    let (replies, run) = try run(
      """
      A,q1,no,yes,a slip
      B,q1,Perhaps,yes,a slip
      C,q1,?,no,by telephone
      C,q1,Perhaps so,yes,by telephone
      C,q1,no,yes,they called again
      D,q1,yes,no,came too late
      E,q1,yes,no,who is this

      """)
    #expect(run.status == 1)
    #expect(try replies.tables.codes("q1/yes") == ["A", "C"])
    #expect(try replies.tables.count("q1/.unclear") == 1)
    #expect(
      try replies.rows("machine/corrections.csv", "unit", "from", "to")
        == ["C|Perhaps so|no", "C|no|yes"])
    let corrected = "; it did nothing"
    #expect(
      try replies.rows("machine/findings.csv", "source", "rule", "severity", "line", "message")
        .filter { $0.hasPrefix("corrections.csv") } == [
          "corrections.csv|stale-correction|fatal|2|the correction expects 'no' for 'q1' of 'A', "
            + "but 'yes' stands there\(corrected)",
          "corrections.csv|stale-correction|fatal|3|the correction expects 'Perhaps' for 'q1' of "
            + "'B', but 'Perhaps so' stands there\(corrected)",
          "corrections.csv|double-correction|fatal|5|line 4 has corrected 'q1' of 'C' already; "
            + "this correction did nothing",
          "corrections.csv|unused-correction|fatal|7|'D' has no submission that counts; the "
            + "correction of 'q1' did nothing",
          "corrections.csv|unused-correction|fatal|8|'E' has no submission that counts; the "
            + "correction of 'q1' did nothing",
        ])
  }

  @Test(arguments: [
    ("A,q9,yes,no,r", "[unknown-question] there is no question 'q9'."),
    ("A,q1,yes,maybe,r", "[no-answer-to-it] 'maybe' is no answer to 'q1'; expected 'yes', 'no'."),
    ("A,q1,yes,no,", "[no-reason] the correction gives no reason; expected one"),
  ])
  func correctionThatCannotBeIsRefused(line: String, error: String) throws {
    let (_, run) = try run("\(line)\n")
    #expect(run.status == 78)
    #expect(
      run.error.contains("Pipelines/replies/corrections.csv:2: error: \(error)"), "\(run.error)")
  }
}
