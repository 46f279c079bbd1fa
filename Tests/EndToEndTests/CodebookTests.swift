import Testing
import _TestSupport

/// The questionnaire as a codebook; `make check-office` holds it against the rules of DDI-Codebook 2.5.
struct CodebookTests {
  private static func codebook(
    _ form: String, _ pipeline: String = "", tables: String, replies: String,
    survey: String? = nil
  ) throws -> String {
    let collection = try Respondents(
      form: form, pipeline: "forms: [ddi]\n\(pipeline)", replies: replies)
    if let survey { try collection.workdir.write(survey, to: "Pipelines/replies/survey.csv") }
    try collection.workdir.write(tables, to: "Pipelines/replies/tables.yaml")
    let run = try collection.run()
    try #require(run.status == 0, "\(run.error)")
    return try collection.workdir.read("Output/replies/published/replies-codebook.xml")
  }

  /// The lines of the variable of a question, without what stands before and after.
  private static func variable(_ name: String, of codebook: String) -> [String] {
    let lines = codebook.split(separator: "\n").map { $0.drop { $0 == " " } }
    guard let start = lines.firstIndex(where: { $0.contains("name=\"\(name)\"") }),
      let end = lines[start...].firstIndex(of: "</var>")
    else { return [] }
    return lines[start...end].map(String.init)
  }

  private static let replies =
    "Who,Received,q1,q2\nA,2005-06-01,Yes,X;Z\nB,2005-06-01,Yes,Z\nC,2005-06-02,No,\nD,2005-06-02,,\n"

  /// Two of four said yes, one no, one nothing; of the two who were asked which, both chose Z and one X.
  @Test func frequencies() throws {
    let text = try Self.codebook(
      "select_one yn,q1,\"First, <please>?\",,,\nselect_multiple ch,q2,Which?,${q1} = 'yes',,\n",
      tables: "tables:\n  - {rows: q1}\n  - {rows: q2}\n", replies: Self.replies)
    let first = Self.variable("q1", of: text)
    #expect(
      first.prefix(13) == [
        "<var ID=\"V1\" name=\"q1\" intrvl=\"discrete\" representationType=\"code\">",
        "<labl xml:lang=\"en\">First, &lt;please&gt;?</labl>",
        "<qstn ID=\"Q1\" seqNo=\"1\" responseDomainType=\"category\">",
        "<qstnLit xml:lang=\"en\">First, &lt;please&gt;?</qstnLit>",
        "<forward qstn=\"Q2\">${q1} = 'yes'</forward>", "</qstn>", "<TotlResp>3</TotlResp>",
        "<catgry>", "<catValu>yes</catValu>", "<labl xml:lang=\"en\">Yes</labl>",
        "<catStat type=\"freq\">2</catStat>", "</catgry>", "<catgry>",
      ])
    #expect(first.contains("<catgry missing=\"Y\" missType=\"no_answer\">"))
    let second = Self.variable("q2", of: text)
    #expect(second.contains("<backward qstn=\"Q1\">${q1} = 'yes'</backward>"))
    #expect(second.contains("<universe clusion=\"I\">${q1} = 'yes'</universe>"))
    #expect(second.contains("<TotlResp>2</TotlResp>"))
    let counts = second.filter { $0.hasPrefix("<catStat") }.map { $0.dropFirst(21).dropLast(10) }
    // X, Y, Z, W; no answer, not applicable, not asked, unclear, did not reply.
    #expect(counts == ["1", "0", "2", "0", "0", "2", "0", "0", "0"])
    #expect(text.contains("<respRate>4 of 4 units replied by 2005-07-29</respRate>"))
  }

  /// A table of some units tells no frequencies, and neither does one of percentages alone.
  @Test(arguments: ["{rows: q1, where: \"${q2} != ''\"}", "{rows: q1, statistics: [percent]}"])
  func tablesOfSomeUnits(table: String) throws {
    let text = try Self.codebook(
      "select_one yn,q1,First?,,,\nselect_multiple ch,q2,Which?,${q1} = 'yes',,\n",
      tables: "tables:\n  - \(table)\n", replies: Self.replies)
    let counts = Self.variable("q1", of: text).filter { $0.hasPrefix("<catStat") }
    // Those of the five answer states alone.
    #expect(counts.count == 5)
  }

  /// Groups are the page that a question stands on, and part of who is asked it; of what is worked out, the
  /// questions it is worked out of decide.
  @Test func groupsAndCalculations() throws {
    let text = try Self.codebook(
      "", tables: "tables:\n  - {rows: n}\n",
      replies: "Who,Received,n,why\nA,2005-06-01,3,so\n",
      survey: """
        type,name,label,relevant,calculation
        integer,n,How many?,,
        calculate,big,,,"if(${n} > 2, 'yes', 'no')"
        begin_group,page,The page,${n} > 1,
        text,why,Why?,${big} = 'yes',
        end_group,,,,

        """)
    let why = Self.variable("why", of: text)
    #expect(why.contains("<preQTxt xml:lang=\"en\">The page</preQTxt>"))
    #expect(
      why.contains(
        "<backward qstn=\"Q1\">(${n} &gt; 1) and (${big} = 'yes'); ${big} is if(${n} &gt; 2, 'yes', 'no')"
          + "</backward>"))
    #expect(why.contains("<universe clusion=\"I\">${n} &gt; 1</universe>"))
    #expect(why.filter { $0.hasPrefix("<universe") }.count == 2)
    #expect(Self.variable("n", of: text).contains("<varFormat type=\"numeric\"/>"))
  }

  /// A count that is hidden is nowhere.
  @Test func confidence() throws {
    let records = (1...9).map { "R\($0),2005-06-01,\($0 < 3 ? "No" : "Yes")\n" }.joined()
    let text = try Self.codebook(
      "select_one yn,q1,First?,,,\n", "disclosure: {threshold: 5, interval: 5}\n",
      tables: "tables:\n  - {rows: q1}\n", replies: "Who,Received,q1\n\(records)")
    let variable = Self.variable("q1", of: text)
    #expect(!variable.contains("<catStat type=\"freq\">2</catStat>"))
    #expect(!variable.contains("<catStat type=\"freq\">7</catStat>"))
    #expect(text.contains("<confDec>"))
  }

  /// Tables of a ranking count first ranks, which are no frequencies of the choices.
  @Test func rankings() throws {
    let text = try Self.codebook(
      "rank ch,order,Order?,,,\n", tables: "tables:\n  - {rows: order}\n",
      replies: "Who,Received,order[1],order[2]\nA,2005-06-01,X,Y\nB,2005-06-01,Y,X\n")
    let variable = Self.variable("order", of: text)
    #expect(variable.contains("<TotlResp>2</TotlResp>"))
    #expect(variable.filter { $0.hasPrefix("<catStat") }.count == 5)
  }

  /// Labels without a language are in that of the collection, unless another column says that it is.
  @Test(arguments: [("label,label::Français (fr)", "fr", "und"), ("label", "fr", "fr")])
  func labelsWithoutALanguage(headings: String, language: String, expected: String) throws {
    let isTwo = headings.contains(",")
    let text = try Self.codebook(
      "", "language: \(language)\n", tables: "tables:\n  - {rows: q1}\n",
      replies: "Who,Received,q1\nA,2005-06-01,Yes\n",
      survey: "type,name,\(headings)\nselect_one yn,q1,So?\(isTwo ? ",Ainsi ?" : "")\n")
    #expect(Self.variable("q1", of: text)[1] == "<labl xml:lang=\"\(expected)\">So?</labl>")
  }

  @Test func roundedCounts() throws {
    let records = (1...9).map { "R\($0),2005-06-01,\($0 < 3 ? "No" : "Yes")\n" }.joined()
    let text = try Self.codebook(
      "select_one yn,q1,First?,,,\n", "disclosure: {rounding-base: 5}\n",
      tables: "tables:\n  - {rows: q1}\n", replies: "Who,Received,q1\n\(records)")
    #expect(text.contains("counts are rounded to multiples of 5."))
    #expect(!text.contains("respRate"))
  }
}
