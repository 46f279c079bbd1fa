import Testing
import _TestSupport

/// What a source declares of its answers, for all questions and for single ones, from the export to
/// the published tables.
struct AnswerConventionTests {
  private static let form = """
    select_one yn,q1,First?,,,
    select_one ch,q2,Second?,,,
    integer,n1,How many?,,,
    decimal,n2,How much?,,,
    date,day,When?,,,
    text,why,Why?,,,
    select_multiple ch,q3,Third?,,,

    """

  private func run(_ replies: String, pipeline: String) throws -> (Respondents, CommandRun) {
    let respondents = try Respondents(
      form: Self.form, pipeline: "    without-column: not-chosen\n\(pipeline)",
      replies: "Who,Received,q1,q2,n1,n2,day,why,q3/x,q3/y\n\(replies)")
    return (respondents, try respondents.run())
  }

  @Test func marksDatesAndMissingTextsOfASource() throws {
    let (replies, run) = try run(
      """
      A,01/07/2005,yes,X,"1 234","0,5",30/06/2005,k. A.,0,0
      B,01/07/2005,k.A.,-99,-99,"1.000,25",2005-06-30,because,0,1
      C,01/07/2005,k. A.,y,99,k. A.,30/02/2005,-99,,

      """,
      pipeline: """
            decimal-mark: ","
            thousands-mark: "."
            date-order: dmy
            no-answer: ["k. A."]
            answers:
              n1: {no-answer: ["-99"], thousands-mark: " "}
              q2: {no-answer: ["-99"]}
              q3: {noughts: answer}
        """)
    #expect(run.status == 1, "\(run.error)")
    let tables = try replies.tables
    #expect(tables.codes("q1/yes") == ["A"])
    #expect(tables.count("q1/.no_answer") == 1)
    #expect(tables.codes("q2/x") == ["A"])
    #expect(tables.count("q2/.no_answer") == 1)
    // A has nothing ticked, which here is an answer; C left the set blank.
    #expect(tables.codes("q3/y") == ["B"])
    #expect(tables.cell("q3/y")?.base == 2)
    #expect(tables.count("q3/.no_answer") == 1)
    #expect(
      try replies.rows(
        "machine/answer-states.csv", "question", "attribute", "answered", "no_answer", "unclear"
      )
      .filter { $0.contains("||") }
        == [
          "q1||1|1|1", "q2||2|1|0", "n1||2|1|0", "n2||2|1|0", "day||2|0|1", "why||2|1|0",
          "q3||2|1|0",
        ])
    // What is declared for one question means nothing to another.
    #expect(try replies.rows("machine/texts.csv", "unit", "text") == ["B|because", "C|-99"])
    #expect(
      try replies.rows("machine/findings.csv", "rule", "unit", "question", "value") == [
        "unclear-answer|B|q1|k.A.", "unclear-answer|C|day|30/02/2005",
      ])
  }

  /// Codes of which all have a decimal, as pandas writes them in columns with blanks, are the codes;
  /// where one text is none, nobody can tell. Ticks are ticks either way.
  @Test func codesThatBecameFloats() throws {
    let form = """
      select_one coded,all,All?,,,
      select_one coded,some,Some?,,,
      select_one halves,half,Half?,,,
      integer,n1,How many?,,,
      select_multiple coded,set,Which?,,,

      """
    let respondents = try Respondents(
      form: form,
      choices: """
        coded,1,One
        coded,2,Two
        halves,h1,1.0
        halves,h2,1.5

        """,
      replies: """
        Who,Received,all,some,half,n1,set/1,set/2
        A,2005-07-01,1.0,1.0,1.0,3.0,1.0,0.0
        B,2005-07-01,2.00,2,1.5,,0.0,1.0
        C,2005-07-01,,1.0,1.0,4.0,,

        """)
    let run = try respondents.run()
    #expect(run.status == 1, "\(run.error)")
    let tables = try respondents.tables
    #expect(tables.codes("all/1") == ["A"])
    #expect(tables.codes("all/2") == ["B"])
    #expect(tables.cell("all/1")?.base == 2)
    #expect(tables.codes("some/2") == ["B"])
    #expect(tables.count("some/.unclear") == 2)
    #expect(tables.codes("half/h1") == ["A", "C"])
    #expect(tables.codes("set/1") == ["A"])
    #expect(tables.codes("set/2") == ["B"])
    #expect(
      try respondents.rows("machine/findings.csv", "rule", "severity", "unit", "question").sorted()
        == [
          "codes-with-decimals|query||all", "unclear-answer|fatal|A|some",
          "unclear-answer|fatal|C|some",
        ])
  }

  /// Nothing that Excel has changed is kept in silence.
  @Test func tracesOfExcelAreReported() throws {
    let (replies, run) = try run(
      """
      A,2005-07-01,#N/A,X,1.2E+05,5-Feb,38533,#NAME?,1,
      B,38534,yes,X,1,1,2005-07-01,fine,1,

      """, pipeline: "")
    #expect(run.status == 1, "\(run.error)")
    let text = "export the source again with the column as text, or mend the record"
    #expect(
      try replies.rows("machine/findings.csv", "rule", "unit", "question", "suggestion") == [
        "unclear-answer|A|q1|Excel wrote it for what it could not show: \(text)",
        "unclear-answer|A|n1|Excel may have shortened it, and its last digits are lost: \(text)",
        "unclear-answer|A|n2|Excel may have made this day of a number: \(text)",
        "unclear-answer|A|day|it is Excel's number of 2005-06-30 (in workbooks of the 1904 "
          + "system, of a day four years later): \(text)",
        "unclear-answer|A|why|Excel wrote it for what it could not show: \(text)",
        "undecided-date|||it is Excel's number of 2005-07-01 (in workbooks of the 1904 system, of "
          + "a day four years later): \(text)",
      ])
    #expect(try replies.rows("machine/texts.csv", "text") == [])
  }
}
