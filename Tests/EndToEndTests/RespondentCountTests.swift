import Foundation
import Testing
import _TestSupport

/// How many respondents an export has: drafted and run as it is, or asked where it leaves two numbers.
struct RespondentCountTests {
  /// An export, and what a person counts in it.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// Fates of records that the balance has, others 0.
    var fates: [String: Int] = [:]
    /// Lines of the draft, or parts of them.
    var drafted: [String] = []
    var options: [String] = []
    var status: Int32 = 0
    var testDescription: String { name }
  }

  static let counted = [
    Case(
      name: "SurveyMonkey, older heading",
      text: """
        RespondentID,Do you like tea?,Which drinks do you buy?,,
        ,Response,Tea,Coffee,Water
        101,Yes,Tea,,Water
        102,No,,Coffee,
        103,Yes,Tea,,
        """, fates: ["accepted": 3],
      drafted: ["convention: surveymonkey", "unit: {column: \"RespondentID\"}"]),
    Case(
      name: "Qualtrics, ImportId in single quotes",
      text: """
        ResponseId,Q1,Q2
        Response ID,Do you like tea?,How many cups?
        {'ImportId': '_recordId'},{'ImportId': 'QID1'},{'ImportId': 'QID2'}
        R_1,Yes,2
        R_2,No,0
        R_3,Yes,4
        """, fates: ["accepted": 3], drafted: ["unit: {column: \"ResponseId\"}"]),
    Case(
      name: "three header rows, as declared",
      text: "Q1,Q1,Q2\n1. Is there a law?,1. Comment,2. A plan?\nLaw,Law,Plan\n"
        + (0..<10).map { "\($0 % 2 == 0 ? "Yes" : "No"),note \($0),Yes\n" }.joined(),
      fates: ["accepted": 10], drafted: ["header-rows: 3\n"], options: ["--header-rows", "3"]),
    Case(
      name: "no header, as declared",
      text:
        "2026-01-05 10:00:00,Yes,Tea\n2026-01-05 11:00:00,No,Milk\n2026-01-06 09:30:00,Yes,Tea\n",
      fates: ["accepted": 3], options: ["--header-rows", "0"]),
    Case(
      name: "names over texts, told by numbers and days",
      text: """
        CASE,STARTED,A101,A102
        Interview number,Begin of interview,Likes tea,Age
        40,2026-01-05 10:00:00,1,33
        41,2026-01-06 10:00:00,2,54
        """, fates: ["accepted": 2],
      drafted: ["header-rows: 2  # review: no field of row 2 is like those below"]),
    Case(
      name: "LimeSurvey, not submitted",
      text: """
        "id","submitdate","lastpage","startlanguage","likes"
        "1","2026-01-05 10:00:00","2","en","Yes"
        "2","","1","en","No"
        "3","2026-01-06 10:00:00","2","en","Yes"
        "4","","1","en",""
        """, fates: ["accepted": 2, "incomplete": 2],
      drafted: ["incomplete: {column: \"submitdate\", values: [\"\"]}  # review: 2 of 4 records"]),
    Case(
      name: "LimeSurvey in German, texts alone, with previews of nothing",
      text: """
        Antwort ID,Datum Abgeschickt,Letzte Seite,Mögen Sie Tee?
        1,2026-01-05 10:00:00,2,Ja
        2,,1,Nein
        3,2026-01-06 10:00:00,2,Ja
        """, fates: ["accepted": 2, "incomplete": 1]),
    Case(
      name: "Qualtrics in codes: a preview, one not finished",
      text: """
        Status,Finished,RecordedDate,ResponseId,Q1
        Response Type,Finished,Recorded Date,Response ID,Which office?
        {"ImportId":"status"},{"ImportId":"finished"},{"ImportId":"recordedDate"},{"ImportId":"_recordId"},{"ImportId":"QID1"}
        0,1,2024-05-01 08:05:01,R_1,1
        0,1,2024-05-01 09:05:01,R_2,2
        0,0,2024-05-08 10:01:00,R_3,1
        1,1,2024-05-01 11:01:00,R_4,1
        """.replacingOccurrences(of: "\"", with: "'"),
      fates: ["accepted": 2, "incomplete": 1, "test": 1]),
    Case(
      name: "REDCap: a form begun",
      text: """
        record_id,redcap_survey_identifier,age,survey_complete
        1,,33,2
        2,,,0
        3,,54,2
        """, fates: ["accepted": 2, "incomplete": 1]),
    Case(
      name: "identifiers that a spreadsheet rounded: each record counts, and it is said",
      text: """
        respondent_id,submitted,region,satisfied
        4.90001E+12,2024-05-01 10:00:00,north,yes
        4.90001E+12,2024-05-01 10:20:00,south,no
        #N/A,2024-05-02 09:40:00,north,no
        """, fates: ["accepted": 3], drafted: ["unit: record"]),
    Case(
      name: "some identifiers lost: set aside, and the run says so",
      text: "ID,Role\n1,Boss\n2,Hand\n#REF!,Hand\n4,Boss\n5,Hand\n#REF!,Boss\n",
      fates: ["accepted": 4, "quarantined": 2],
      drafted: ["2 identify nobody, as '#REF!', and are set aside"], status: 1),
    Case(
      name: "one reply sent again: the later counts",
      text: "ID,Date,Role\n" + (1...11).map { "\($0),2024-05-01,Boss\n" }.joined()
        + "3,2024-05-02,Hand\n", fates: ["accepted": 11, "superseded": 1],
      drafted: ["1 of 12 records have one that an earlier record has: the later counts"]),
    Case(
      name: "an export joined to itself",
      text: String(repeating: "lfdn,Role\n1,Boss\n2,Hand\n3,Hand\n", count: 2),
      fates: ["accepted": 3, "superseded": 3]),
    Case(
      name: "records of a long file, as declared", text: long, fates: ["accepted": 6],
      drafted: ["unit: record"], options: ["--unit", "record"]),
  ]

  private static let long = """
    topic,country,received,law
    water,France,2024-05-01,Yes
    water,Ghana,2024-05-01,No
    water,Peru,2024-05-01,Yes
    air,France,2024-05-02,No
    air,Ghana,2024-05-02,No
    air,Peru,2024-05-02,No
    """

  static let asked: [(name: String, text: String, error: String, parts: [String])] = [
    (
      "no header",
      "2026-01-05 10:00:00,Yes,Tea\n2026-01-05 11:00:00,No,Milk\n2026-01-06 09:30:00,Yes,Tea\n",
      "export.csv:1: error: [undecided-header] ",
      ["with 'header-rows: 0' there are 3 records", "with 'header-rows: 1' there are 2 records"]
    ),
    (
      "three header rows",
      "Q1,Q1,Q2\n1. Is there a law?,1. Comment,2. A plan?\nLaw,Law,Plan\n"
        + (0..<10).map { "\($0 % 2 == 0 ? "Yes" : "No"),note \($0),\($0 < 4 ? "Yes" : "No")\n" }
        .joined(),
      "export.csv:2: error: [undecided-header] ",
      ["'header-rows: 1' there are 12", "'header-rows: 3' there are 10", "HEADER_ROWS"]
    ),
    (
      "a title above, filled up", "Our survey,,\n\nid,age,town\n1,33,Rome\n2,34,Oslo\n",
      "export.csv:3: error: [undecided-header] ", ["'skip-lines: 2' this row is the header"]
    ),
    (
      "a long file of States", long, "export.csv: error: [long-file] ",
      ["3 different texts in 6 records", "differ in 'topic' ('water', 'air')", "UNIT=record"]
    ),
    (
      "a long file of persons, by item",
      "item,code,answer\na,p1,4\nb,p1,3\nc,p1,5\na,p2,1\nb,p2,1\nc,p2,2\n",
      "export.csv: error: [long-file] ", ["differ in 'item'"]
    ),
    (
      "a long file by its headings",
      "dataelement,period,orgunit,value\nb,202601,x,4\nc,202601,x,5\n",
      "export.csv: error: [long-file] ", ["2 records"]
    ),
    (
      "instances of a repeat",
      "name,PARENT_KEY,KEY\nAnn,uuid:1,uuid:1/p[1]\nBen,uuid:1,uuid:1/p[2]\n",
      "export.csv: error: [repeat-file] ", ["'PARENT_KEY', 'KEY'"]
    ),
    (
      "events of REDCap",
      "record_id,redcap_event_name,age\n1,baseline_arm_1,33\n1,followup_arm_1,\n2,baseline_arm_1,40\n",
      "export.csv: error: [several-parts] ",
      ["'redcap_event_name'", "'baseline_arm_1', 'followup_arm_1'"]
    ),
    (
      "an identifier that tells half of them apart",
      "ID,Age\n1,20\n2,21\n1,22\n3,23\n2,24\n4,25\n1,26\n3,27\n",
      "export.csv: error: [undecided-unit] ",
      [
        "UNIT=record each record is a respondent: 8",
        "UNIT=\"ID\" the latest record of each counts: 4",
      ]
    ),
  ]

  private func draft(_ text: String, _ options: [String], in workdir: Workdir) throws -> CommandRun
  {
    try workdir.write(text, to: "export.csv")
    try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    return try CommandRun(
      "\(CommandRun.binaries)/rapporteur",
      [
        "new", "--pipeline", "Pipelines/draft", "--input", "Input/draft", "--from", "export.csv",
      ] + options, in: workdir.path)
  }

  @Test(arguments: counted)
  func countsWithoutAnEdit(export: Case) throws {
    let workdir = try Workdir()
    let run = try draft(export.text, export.options, in: workdir)
    try #require(run.status == 0, "\(run.error)")
    let pipeline = try workdir.read("Pipelines/draft/pipeline.yaml")
    for line in export.drafted { #expect(pipeline.contains(line), "\(pipeline)") }
    let last = try StageRunner(workdir, collection: "draft").runAll()
    #expect(last.status == export.status, "\(last.error)")
    let balance = CSVText.rows(try workdir.read("Output/draft/validated/balance.csv"))
    for row in balance where row["fate"] != "records" {
      let fate = row["fate"] ?? ""
      #expect(row["records"] == String(export.fates[fate] ?? 0), "\(fate)")
    }
  }

  @Test(arguments: asked)
  func asksWhereTwoNumbersArePossible(
    name: String, text: String, error: String, parts: [String]
  ) throws {
    let workdir = try Workdir()
    let run = try draft(text, [], in: workdir)
    #expect(run.status == 65)
    #expect(run.error.hasPrefix(error), "\(run.error)")
    for part in parts { #expect(run.error.contains(part), "\(run.error)") }
    #expect(!workdir.exists("Pipelines/draft"))
  }
}
