import SurveyTools
import Testing

@testable import Ingestion

/// Where the records of a file begin, told by what its rows are.
struct HeaderRowCountTests {
  /// A file, as lines of fields apart by commas.
  struct File: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let count: Int
    var testDescription: String { name }
    var rows: [[String]] { HeaderRowCountTests.rows(text) }
  }

  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  static let decided = [
    File(
      name: "SurveyMonkey, older heading",
      text: """
        RespondentID,Do you like tea?,Which drinks do you buy?,,
        ,Response,Tea,Coffee,Water
        101,Yes,Tea,,Water
        102,No,,Coffee,
        103,Yes,Tea,,
        """, count: 2),
    File(
      name: "SurveyMonkey after R, with pandas' names for blank headings, and no open question",
      text: """
        respondent_id,Which drinks do you buy?,Unnamed: 2,Unnamed: 3
        ,Tea,Coffee,Water
        101,Tea,,Water
        102,,Coffee,
        """, count: 2),
    File(
      name: "SurveyMonkey, one record, the word in small letters",
      text: """
        Respondent ID,Collector ID,Any remark?
        ,,Open-ended response
        101,9,none
        """, count: 2),
    File(
      name: "the row of options deleted",
      text: """
        Respondent ID,Collector ID,Do you like tea?
        101,9,Yes
        102,9,No
        """, count: 1),
    File(
      name: "ImportId in single quotes",
      text: """
        ResponseId,Q1,Q2
        Response ID,Do you like tea?,How many cups?
        {'ImportId': '_recordId'},{'ImportId': 'QID1'},{'ImportId': 'QID2'}
        R_1,Yes,2
        R_2,No,0
        """, count: 3),
    File(
      name: "ImportId in curly quotes, the texts deleted",
      text: """
        ResponseId,Q1
        {“ImportId”: “_recordId”},{“ImportId”: “QID1”}
        R_1,Yes
        """, count: 2),
    File(
      name: "ImportId in doubled quotes, one field left blank by hand",
      text: """
        ResponseId,Q1,Q2
        Response ID,Do you like tea?,How many cups?
        {""ImportId"":""_recordId""},,{""ImportId"":""QID2""}
        R_1,Yes,2
        """, count: 3),
    File(
      name: "HXL tags", text: "likes,age,_id\n#likes,#age+years,#meta+id\nyes,4,1\nno,5,2\n",
      count: 2),
    File(
      name: "names over texts, with numbers and days below",
      text: """
        CASE,STARTED,A101,A102
        Interview number,Begin of interview,Likes tea,Age
        40,2026-01-05 10:00:00,1,33
        41,2026-01-06 10:00:00,2,54
        42,2026-01-07 10:00:00,1,21
        """, count: 2),
    File(
      name: "texts alone: nothing speaks against one row", text: "Name,Town\nAnn,Rome\nBen,Oslo\n",
      count: 1),
    File(
      name: "a first record with a word under a number, and others that fit",
      text: "id,age,day\n1,about forty,2026-01-05\n2,33,2026-01-06\n3,34,2026-01-07\n", count: 1),
    File(name: "no record", text: "id,age,day\n", count: 1),
    File(
      name: "the heading is its only option",
      text: "id,Tea,Coffee\n1,Tea,\n2,,Coffee\n3,Tea,Coffee\n",
      count: 1),
  ]

  @Test(arguments: decided)
  func count(file: File) throws {
    let reading = try HeaderReading(rows: file.rows, convention: nil, count: nil)
    #expect(reading.rows.count == file.count, "\(reading.rows.reason)")
  }

  static let doubted: [(name: String, text: String, counts: [Int], row: Int)] = [
    (
      "no header: days are above days",
      """
      2026-01-05 10:00:00,Yes,Tea,25-34
      2026-01-05 11:00:00,No,Coffee,35-44
      2026-01-06 09:30:00,Yes,Tea,25-34
      """, [0, 1], 0
    ),
    ("no header: a number above numbers", "1,Ann\n2,Ben\n3,Cyd\n", [0, 1], 0),
    ("years as headings", "land,2019,staff\nA,3,x\nB,4,y\nC,5,z\n", [0, 1], 0),
    (
      "no header: an answer above the same answers",
      (0..<12).map { "\($0 % 2 == 0 ? "Yes" : "No"),\($0)x\n" }.joined(), [0, 1], 0
    ),
    (
      "three rows, told by answers alone",
      """
      Q1,Q1,Q2,Q2
      1. Is there a law?,1. Comment,2. Is there a plan?,2. Comment
      Law,Law,Plan,Plan
      """
        + (0..<10).map {
          "\n\($0 % 2 == 0 ? "Yes" : "No"),note \($0),\($0 < 5 ? "Yes" : "No"),x\($0)"
        }
        .joined(), [1, 2, 3], 1
    ),
    (
      "a title above the headings, filled up with separators",
      "Survey of 2026,,\nid,age,town\n1,33,Rome\n2,34,Oslo\n", [1, 2], 1
    ),
    (
      "sections above the headings",
      "About you,,Drinks,,\nCode,Age,Tea?,Drink,Remark\n1,33,Yes,Tea,x\n2,34,No,Milk,y\n", [1, 2], 1
    ),
    (
      "units below the headings",
      "town,age\nname,in years\n" + (33...39).map { "Rome,\($0)\n" }.joined(), [1, 2], 1
    ),
  ]

  @Test(arguments: doubted)
  func asked(name: String, text: String, counts: [Int], row: Int) {
    let doubt = #expect(throws: HeaderDoubt.self) {
      _ = try HeaderReading(rows: Self.rows(text), convention: nil, count: nil)
    }
    #expect(doubt?.counts == counts)
    #expect(doubt?.row == row)
    #expect(throws: Never.self) {
      _ = try HeaderReading(rows: Self.rows(text), convention: nil, count: counts[0])
    }
  }

  /// What is declared is not looked at.
  @Test func declared() throws {
    let rows = Self.rows("Q1,Q2\nIs there a law?,Since when?\nLaw,Since\nYes,2001\nNo,\n")
    let reading = try HeaderReading(rows: rows, convention: nil, count: 3)
    #expect(reading.rows == HeaderRowCount(count: 3, reason: "declared"))
    #expect(
      reading.columns == [
        HeaderReading.Column(heading: "Q1", label: "Is there a law?"),
        HeaderReading.Column(heading: "Q2", label: "Since when?"),
      ])
    let none = try HeaderReading(rows: rows, convention: nil, count: 0)
    #expect(none.columns.map(\.heading) == ["#1", "#2"])
  }

  /// Analysts put the texts above the names.
  @Test func textsAboveNames() throws {
    let rows = Self.rows(
      "Response ID,Do you like tea?\nResponseId,Q1\n{\"ImportId\":\"a\"},{\"ImportId\":\"b\"}\n")
    #expect(
      try HeaderReading(rows: rows, convention: nil, count: nil).columns == [
        HeaderReading.Column(heading: "ResponseId", label: "Response ID"),
        HeaderReading.Column(heading: "Q1", label: "Do you like tea?"),
      ])
  }
}
