import Foundation
import Testing
import _TestSupport

/// Which submission of a unit counts, and what becomes of the others.
struct ResubmissionTests {
  private static let form = """
    select_one yn,q1,First?,,,
    select_one yn,q2,Second?,${q1} = 'yes',,
    select_multiple ch,q3,Third?,,,
    text,why,Why?,,,
    select_one yn,q4,Fourth?,,,

    """
  private static let header = "Who,Received,q1,q2,q3,why,q4\n"

  private func respondents(
    _ records: String, mended: String? = nil, pipeline: String = ""
  ) throws -> Respondents {
    try Respondents(
      form: Self.form, pipeline: pipeline, replies: Self.header + records,
      mended: mended.map { Self.header + $0 })
  }

  private static let partial = """
    A,2005-06-01,Yes,No,X; Y,first,Yes
    A,2005-06-10,No,,Z,,
    A,2005-06-20,,,,second,
    A,2005-08-01,Yes,Yes,X,too late,No
    B,2005-06-01,Yes,,,,
    B,2005-06-02,No,,Y,,
    C,2005-06-05,Yes,Yes,X,why not,No
    D,2005-06-01,,,,kept,
    D,2005-06-02,Yes,Yes,X,,No

    """

  @Test func laterSubmissionReplacesTheEarlierOnes() throws {
    let replies = try respondents(Self.partial)
    try replies.run()
    let tables = try replies.tables
    #expect(tables.codes("q1/yes") == ["C", "D"])
    #expect(tables.codes("q1/no") == ["B"])
    #expect(tables.count("q1/.no_answer") == 1)  // A said nothing but why
    #expect(
      try replies.rows(
        "machine/superseded.csv", "unit", "line", "by_submission", "reason", "questions")
        == [
          "A|3|3|later one counts|", "A|2|3|later one counts|", "B|6|6|later one counts|",
          "D|9|9|later one counts|",
        ])
    #expect(try replies.rows("machine/texts.csv", "unit", "text") == ["A|second", "C|why not"])
  }

  /// A: q1 and q3 are of line 3, q4 of line 2, the text of line 4. Routing looks at what came together:
  /// by their second 'no' q2 is not applicable to A and B, and what A said of it before stays behind.
  @Test func laterSubmissionMergesWithTheEarlierOnes() throws {
    let replies = try respondents(Self.partial, pipeline: "resubmissions: merge")
    try replies.run()
    let tables = try replies.tables
    #expect(tables.codes("q1/yes") == ["C", "D"])
    #expect(tables.codes("q1/no") == ["A", "B"])
    #expect(tables.codes("q2/yes") == ["C", "D"])
    #expect(tables.codes("q2/no") == [])
    #expect(tables.count("q2/.not_applicable") == 2)
    #expect(tables.codes("q3/x") == ["C", "D"])
    #expect(tables.codes("q3/y") == ["B"])
    #expect(tables.codes("q3/z") == ["A"])
    #expect(tables.codes("q4/yes") == ["A"])
    #expect(tables.codes("q4/no") == ["C", "D"])
    #expect(tables.count("q4/.no_answer") == 1)
    #expect(
      try replies.rows(
        "machine/superseded.csv", "unit", "line", "by_submission", "reason", "questions")
        == [
          "A|3|3|merged|q1 q3", "A|2|3|merged|q4", "B|6|6|later one counts|",
          "D|9|9|merged|why",
        ])
    #expect(
      try replies.rows("machine/texts.csv", "submission", "unit", "text")
        == ["3|A|second", "7|C|why not", "9|D|kept"])
    #expect(
      try replies.rows("machine/late.csv", "unit", "line", "reason", "by_submission", "by_received")
        == ["A|5|received after the cut-off of 2005-07-29|3|2005-06-20"])
    #expect(
      try replies.rows("machine/balance.csv", "fate", "records") == [
        "records|9", "accepted|4", "quarantined|0", "superseded|4", "late|1", "test|0",
        "incomplete|0",
      ])
    #expect(try replies.rows("machine/findings.csv", "rule") == [])
  }

  /// Of A a later 'no' leads past what was said before: the number, the text and what is unclear stay
  /// with the submission that gave them, with all that rests on them. What a correction says stands, and
  /// is contradicted. B's own later number contradicts the earlier 'no'.
  @Test func whatTheLaterRoutingLeadsPastIsNotTakenOver() throws {
    let form = """
      select_one yn,q1,First?,,,
      integer,n,How many?,${q1} = 'yes',,
      select_one yn,q2,Second?,${q1} = 'yes',,
      text,why,Why?,${n} > 5,,

      """
    let records = """
      Who,Received,q1,n,q2,why
      A,2005-06-01,Yes,10,Perhaps,many
      A,2005-06-02,No,,,
      B,2005-06-01,No,,,
      B,2005-06-02,,7,,

      """
    let replies = try Respondents(form: form, pipeline: "resubmissions: merge", replies: records)
    try replies.run()
    let tables = try replies.tables
    #expect(tables.count("q2/.not_applicable") == 2)
    #expect(tables.count("q2/.unclear") == 0)
    #expect(try replies.rows("machine/texts.csv", "unit", "text") == [])
    #expect(
      try replies.rows("machine/superseded.csv", "unit", "line", "reason", "questions")
        == ["A|2|later one counts|", "B|4|merged|q1"])
    #expect(
      try replies.rows("machine/findings.csv", "rule", "severity", "unit", "question", "line")
        == ["unclear-answer|settled|A|q2|2", "routing-broken|fatal|B|n|5"])

    let corrected = try Respondents(
      form: form, pipeline: "resubmissions: merge", replies: records,
      corrections: "A,n,10,12,a letter\n")
    try corrected.run()
    #expect(
      try corrected.rows("machine/findings.csv", "rule", "severity", "unit", "question", "value")
        .contains("routing-broken|fatal|A|n|12"))
  }

  /// An unclear answer that was taken over still counts as unclear; mended, the mended record
  /// gives the answer instead.
  @Test func mendedRecordIsMergedInPlaceOfTheOneItMends() throws {
    let records = "E,2005-06-01,Maybe,,X,,\nE,2005-06-02,,Yes,,,\n"
    let unclear = try respondents(records, pipeline: "resubmissions: merge")
    #expect(try unclear.run().status == 1)
    #expect(try unclear.tables.count("q1/.unclear") == 1)
    #expect(
      try unclear.rows("machine/findings.csv", "rule", "severity", "submission").contains(
        "unclear-answer|fatal|1"))
    let mended = try respondents(
      records, mended: "E,2005-06-01,Yes,,X,,\n", pipeline: "resubmissions: merge")
    let run = try mended.run()
    #expect(run.status == 0, "\(run.error)")
    #expect(try mended.tables.codes("q1/yes") == ["E"])
    #expect(try mended.tables.codes("q2/yes") == ["E"])
    #expect(
      try mended.rows(
        "machine/superseded.csv", "source", "line", "by_submission", "reason", "questions")
        == [
          "replies.csv|2|3|mended|", "mended/replies.csv|2|2|merged|q1 q3",
        ])
    #expect(
      try mended.rows("machine/findings.csv", "rule", "severity") == ["unclear-answer|settled"])
  }

  @Test func duplicatesAreFoundByContentAndByKey() throws {
    let replies = try respondents(
      """
      F,2005-06-01 10:00,Yes,No,X,same,No
      F,2005-06-02 10:00,Yes,No,X,same,No
      G,2005-06-01,Yes,No,X,one,No
      G,2005-06-02,Yes,No,X,another,No
      H,2005-06-01 09:00,Yes,Yes,X,same,No
      H,2005-06-01 09:00,No,,X,same,No
      I,2005-06-01,Yes,Yes,X,same,No
      I,2005-06-01,Yes,Yes,X,same,No
      J,2005-06-01,Yes,Yes,X,one,No
      J,2005-06-01,Yes,Yes,X,another,No
      K,2005-06-01,Yes,Yes,X,one,No
      L,2005-06-01,Yes,Yes,X,one,No

      """)
    #expect(try replies.run().status == 0)
    #expect(
      try replies.rows("machine/superseded.csv", "unit", "line", "by_submission", "reason") == [
        "F|2|2|duplicate", "G|4|4|later one counts", "H|6|6|order unknown", "I|8|8|duplicate",
        "J|10|10|order unknown",
      ])
    #expect(
      try replies.rows("machine/findings.csv", "rule", "severity", "unit", "line", "message") == [
        "contradicting-duplicates|query|H|6|'H' has another record of the same second "
          + "(2005-06-01T09:00:00) on line 7, with other answers; the one further down counts",
        "contradicting-duplicates|query|J|10|'J' has another record of the same day "
          + "(2005-06-01) on line 11, with other answers; the one further down counts",
      ])
    #expect(try replies.tables.codes("q1/no") == ["H"])
  }

  /// Two respondents with the same five telling answers or more; yes and no tell nothing, and a
  /// free text tells two apart.
  @Test func sameContentOfTwoRespondentsIsAQuery() throws {
    let replies = try Respondents(
      form: """
        integer,n1,How many?,,,
        decimal,n2,How much?,,,
        date,n3,When?,,,
        select_one ch,n4,Which?,,,
        text,n5,Why?,,,
        select_one yn,n6,Really?,,,

        """,
      replies: """
        Who,Received,n1,n2,n3,n4,n5,n6
        P,2005-06-01,12,1.5,2005-01-01,X,a reason,Yes
        Q,2005-06-07,12,1.50,2005-01-01,x,a reason,Yes
        R,2005-06-01,12,1.5,2005-01-01,X,another reason,Yes
        S,2005-06-01,12,1.5,2005-01-01,X,,Yes
        T,2005-06-01,12,1.5,2005-01-01,X,,Yes
        U,2005-06-01,12,1.5,2005-01-01,X,a reason,No
        V,2005-06-03,12,1.5,2005-01-01,X,a reason,Yes

        """)
    #expect(try replies.run().status == 0)
    #expect(
      try replies.rows("machine/findings.csv", "rule", "severity", "unit", "line", "message") == [
        "same-content|query|Q|3|all 6 answers are those of 'P' (replies.csv:2)",
        "same-content|query|V|8|all 6 answers are those of 'P' (replies.csv:2)",
      ])
  }

  /// The same exports as at two days, each worked out twice: two results, each the same bytes.
  @Test func twoCutOffsGiveTwoReproducibleResults() throws {
    let records = """
      K,2005-06-10 08:00,Yes,Yes,X,,Yes
      K,2005-06-20 08:00,No,,X,,Yes
      L,2005-06-10 23:59,Yes,No,Y,,Yes
      M,2005-06-11 00:00,No,,Y,,Yes
      M,2005-06-12,Yes,Yes,Z,,Yes
      N,2005-07-01,Yes,Yes,Z,,Yes

      """
    func publish(_ cutOff: String, jobs: Int) throws -> Respondents {
      let replies = try Respondents(
        cutOff: cutOff, form: Self.form, replies: Self.header + records)
      #expect(try replies.run(jobs: jobs).status == 0)
      return replies
    }
    let early = try publish("2005-06-10", jobs: 1)
    #expect(try early.tables.codes("q1/yes") == ["K", "L"])
    #expect(try early.tables.codes("q1/no") == [])
    #expect(
      try early.rows("machine/late.csv", "unit", "line", "reason", "by_submission") == [
        "K|3|received after the cut-off of 2005-06-10|1",
        "M|5|received after the cut-off of 2005-06-10|",
        "M|6|received after the cut-off of 2005-06-10|",
        "N|7|received after the cut-off of 2005-06-10|",
      ])
    #expect(try early.rows("machine/superseded.csv", "unit") == [])
    #expect(
      try early.rows("machine/balance.csv", "fate", "records") == [
        "records|6", "accepted|2", "quarantined|0", "superseded|0", "late|4", "test|0",
        "incomplete|0",
      ])
    let later = try publish("2005-06-30", jobs: 1)
    #expect(try later.tables.codes("q1/yes") == ["L", "M"])
    #expect(try later.tables.codes("q1/no") == ["K"])
    #expect(try later.rows("machine/late.csv", "unit", "line") == ["N|7"])
    #expect(
      try later.rows("machine/superseded.csv", "unit", "line", "by_submission")
        == ["K|2|2", "M|5|5"])
    for (cutOff, first) in [("2005-06-10", early), ("2005-06-30", later)] {
      let again = try publish(cutOff, jobs: 4)
      let folder = "\(first.workdir.path)/Output/replies"
      var compared = 0
      for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
        let file = "Output/replies/\(name)"
        guard let bytes = try? first.workdir.read(file) else { continue }
        #expect(try again.workdir.read(file) == bytes, "\(cutOff): \(name)")
        compared += 1
      }
      #expect(compared > 20)
    }
  }
}
