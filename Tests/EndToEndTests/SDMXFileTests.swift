import Testing
import _TestSupport

/// The published figures as SDMX; `make check-office` reads them with pysdmx, by the schemas of SDMX.
struct SDMXFileTests {
  private static func data(_ replies: Respondents, _ columns: String...) throws -> [String] {
    let run = try replies.run()
    try #require(run.status == 0, "\(run.error)")
    return CSVText.rows(try replies.workdir.read("Output/replies/published/sdmx/data.csv")).map {
      row in columns.map { row[$0] ?? "no such column" }.joined(separator: "|")
    }
  }

  /// Two of three said yes; nobody is in the base of a question that nobody answered.
  @Test func figures() throws {
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\nselect_one yn,q2,Second?,,,\n",
      pipeline: "forms: [sdmx]\nagency: OECD.SDD\n",
      replies: "Who,Received,q1,q2\nA,2005-06-01,Yes,\nB,2005-06-01,Yes,\nC,2005-06-02,No,\n")
    try replies.workdir.write(
      "tables:\n  - {rows: q1, note: \"As told, \\\"so\\\"\"}\n  - {rows: q2}\n",
      to: "Pipelines/replies/tables.yaml")
    let rows = try Self.data(
      replies, "STRUCTURE", "STRUCTURE_ID", "ACTION", "TABLE", "ROW", "COLUMN", "STATISTIC",
      "TIME_PERIOD", "OBS_VALUE", "NUMERATOR", "BASE", "OBS_STATUS", "CONF_STATUS", "COMMENT_OBS")
    #expect(
      rows.prefix(2) == [
        "dataflow|OECD.SDD:replies(1.0)|M|q1|q1-yes|_T|count|2005-07-29|2|2|3|A|F|As told, \"so\"",
        "dataflow|OECD.SDD:replies(1.0)|M|q1|q1-yes|_T|percent|2005-07-29|66.666666666667|2|3|A|F|"
          + "As told, \"so\"",
      ])
    #expect(
      rows.contains(
        "dataflow|OECD.SDD:replies(1.0)|M|q2|q2-yes|_T|percent|2005-07-29|NaN|0|0|M|F|"))
    #expect(rows.contains { $0.contains("|q2|q2-_base|_T|count|2005-07-29|0|") })
  }

  /// What is hidden has no value, and a status that says so.
  @Test func confidence() throws {
    let records = (1...9).map { "R\($0),2005-06-01,\($0 < 3 ? "No" : "Yes")\n" }.joined()
    let replies = try Respondents(
      form: "select_one yn,q1,First?,,,\n",
      pipeline: "forms: [sdmx]\ndisclosure: {threshold: 5, interval: 5}\n",
      replies: "Who,Received,q1\n\(records)")
    try replies.workdir.write(
      "tables:\n  - {rows: q1}\n", to: "Pipelines/replies/tables.yaml")
    let rows = try Self.data(replies, "ROW", "STATISTIC", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS")
    #expect(rows.contains("q1-no|count|NaN|Q|C"))
    #expect(!rows.contains { $0.hasPrefix("q1-no|count|2") })
  }

  /// A date is no number, and stands in a measure of its own; names that SDMX does not take, or that differ
  /// in case alone, become others.
  @Test func textsAndNames() throws {
    let replies = try Respondents(
      form: "date,Été,When?,,,\nselect_one two,q,Which?,,,\n", choices: "two,A,Big\ntwo,a,Small\n",
      pipeline: "forms: [sdmx]\n",
      replies: "Who,Received,Été,q\nX,2005-06-01,2001-02-03,Big\nY,2005-06-01,2001-02-05,Small\n")
    try replies.workdir.write(
      "tables:\n  - {id: été, rows: Été, statistics: [count, minimum]}\n  - {rows: q}\n",
      to: "Pipelines/replies/tables.yaml")
    let rows = try Self.data(replies, "TABLE", "ROW", "STATISTIC", "OBS_VALUE", "OBS_TEXT")
    #expect(rows.contains { $0.hasPrefix("ete|Ete-_value|minimum||2001-02-03") })
    #expect(rows.contains("q|q-A|count|1|"))
    #expect(rows.contains("q|q-a-in-q|count|1|"))
    let structure = try replies.workdir.read("Output/replies/published/sdmx/structure.xml")
    #expect(
      structure.contains(
        """
                <str:Code id="q-a-in-q">
                  <com:Annotations>
                    <com:Annotation>
                      <com:AnnotationTitle>q</com:AnnotationTitle>
                      <com:AnnotationType>variable</com:AnnotationType>
                    </com:Annotation>
                    <com:Annotation>
                      <com:AnnotationTitle>a</com:AnnotationTitle>
                      <com:AnnotationType>code</com:AnnotationType>
                    </com:Annotation>
                  </com:Annotations>
                  <com:Name xml:lang="en">Which?: Small</com:Name>
                </str:Code>
        """))
  }

  /// A code says what it is of, whatever the order of the form; the same answer has one in a table of one
  /// question and in one of two.
  @Test func codesOfNestedAndStackedRows() throws {
    let replies = try Respondents(
      form: "select_one yn,r,First?,,,\nselect_one yn,q,Second?,,,\n", pipeline: "forms: [sdmx]\n",
      replies: "Who,Received,r,q\nA,2005-06-01,Yes,No\nB,2005-06-01,No,No\n")
    try replies.workdir.write(
      "tables:\n  - {id: nested, rows: {nest: [r, q]}}\n  - {id: stacked, rows: [r, q]}\n  - {rows: q}\n",
      to: "Pipelines/replies/tables.yaml")
    let rows = try Self.data(replies, "TABLE", "ROW", "STATISTIC", "OBS_VALUE")
    #expect(rows.contains("nested|r_q-yes_no|count|1"))
    #expect(rows.contains("nested|r_q-no_no|count|1"))
    #expect(rows.contains("stacked|q-no|count|2"))
    #expect(rows.contains("q|q-no|count|2"))
  }

  /// A table of instances says so; a name that SDMX does not take has a sign of its own.
  @Test func unitsAndNames() throws {
    let replies = try Respondents(
      "a.b", form: "select_one yn,q1,First?,,,\n", pipeline: "forms: [sdmx]\nagency: OECD.SDD\n",
      replies: "Who,Received,q1\nA,2005-06-01,Yes\n")
    let run = try replies.run()
    try #require(run.status == 0, "\(run.error)")
    let structure = try replies.workdir.read("Output/a.b/published/sdmx/structure.xml")
    // printf a.b | sha256sum
    #expect(structure.contains("<str:DataStructure id=\"C_a_b_2e7336dc\""))
    #expect(structure.contains("<str:Codelist id=\"CL_C_a_b_2e7336dc_ROW\""))
    #expect(structure.contains("<mes:Sender id=\"OECD_SDD\"/>"))
  }
}
