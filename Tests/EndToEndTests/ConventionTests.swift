import Foundation
import Questionnaire
import Testing
import _TestSupport

/// Exports laid out as each survey tool documents it: the same five replies, the same answers.
struct ConventionTests {
  /// One export, and what it can tell of the reply that ticked nothing.
  struct Export: Sendable, CustomTestStringConvertible {
    let tool: String
    /// The convention that `sources.csv` must name.
    let convention: String
    let source: String
    let file: String
    /// Whether the reply that ticked nothing can be told from one that skipped the question.
    let showsNoneTicked: Bool
    var testDescription: String { tool }
  }

  private static let form = """
    type,name,label::English (en)
    select_one role,role,What is your role?
    select_multiple channel,channels,How did you hear of it?
    text,channels_other,Other way
    text,remark,Any remark?

    """
  private static let choices = """
    list_name,name,label::English (en)
    role,manager,Manager
    role,expert,"Expert, technical"
    channel,email,E-mail
    channel,web,"Website, news page"
    channel,other,Other

    """
  private static let tables = "tables:\n  - each: closed\n    lists: all\n"

  /// R1 ticks e-mail and website; R2 other, "radio"; R3 nothing, and the tool was asked; R4 skips
  /// the question; R5 ticks the website and is the only expert. R1's remark has a comma, quotes and
  /// a line end.
  static let exports = [
    Export(
      tool: "plain", convention: "plain", source: "separator: \"; \"",
      file: """
        id,when,role,channels,channels_other,remark
        R1,2024-05-01,Manager,"E-mail; Website, news page",,"one, ""two""
        three"
        R2,2024-05-01,Manager,Other,radio,
        R3,2024-05-01,Manager,,,
        R4,2024-05-01,Manager,,,
        R5,2024-05-01,"Expert, technical","Website, news page",,

        """, showsNoneTicked: false),
    Export(
      tool: "Qualtrics", convention: "qualtrics", source: "ignore: [Finished]",
      file: """
        id,when,Finished,role,channels,channels_3_TEXT,remark
        Response ID,Recorded Date,Finished,What is your role?,How did you hear of it? - Selected Choice,How did you hear of it? - Other - Text,Any remark?
        "{""ImportId"":""_recordId""}","{""ImportId"":""recordedDate""}","{""ImportId"":""finished""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}","{""ImportId"":""QID2_3_TEXT""}","{""ImportId"":""QID3_TEXT""}"
        R1,2024-05-01 08:28:09,True,Manager,"E-mail,Website, news page",,"one, ""two""
        three"
        R2,2024-05-01 08:28:09,True,Manager,Other,radio,
        R3,2024-05-01 08:28:09,True,Manager,,,
        R4,2024-05-01 08:28:09,True,Manager,,,
        R5,2024-05-01 08:28:09,True,"Expert, technical","Website, news page",,

        """.replacingOccurrences(of: "channels_3_TEXT", with: "channels_other"),
      showsNoneTicked: false),
    Export(
      tool: "Qualtrics, older", convention: "qualtrics-legacy",
      source: "columns: {\"#6\": role, \"#7\": channels, \"#8\": channels_other, \"#9\": remark}\n"
        + "    ignore: [V3, V4, V5]",
      file: """
        V1,V2,V3,V4,V5,Q1,Q2,Q2_TEXT,Q3
        id,when,Status,IPAddress,Finished,What is your role?,How did you hear of it?,How did you hear of it? - Text,Any remark?
        R1,2024-05-01 08:28:09,0,,1,Manager,"E-mail,Website, news page",,"one, ""two""
        three"
        R2,2024-05-01 08:28:09,0,,1,Manager,Other,radio,
        R3,2024-05-01 08:28:09,0,,1,Manager,,,
        R4,2024-05-01 08:28:09,0,,1,Manager,,,
        R5,2024-05-01 08:28:09,0,,1,"Expert, technical","Website, news page",,

        """, showsNoneTicked: false),
    Export(
      tool: "SurveyMonkey", convention: "surveymonkey",
      source: "date-order: mdy\n    ignore: [Collector ID]",
      file: """
        Respondent ID,Collector ID,Date Created,What is your role?,How did you hear of it?,,,Any remark?
        ,,,Response,E-mail,"Website, news page",Other (please specify),Open-Ended Response
        R1,7,05/01/2024 08:28:09,Manager,E-mail,"Website, news page",,"one, ""two""
        three"
        R2,7,05/01/2024 08:28:09,Manager,,,radio,
        R3,7,05/01/2024 08:28:09,Manager,,,,
        R4,7,05/01/2024 08:28:09,Manager,,,,
        R5,7,05/01/2024 08:28:09,"Expert, technical",,"Website, news page",,

        """, showsNoneTicked: false),
    Export(
      tool: "LimeSurvey, codes", convention: "limesurvey", source: "convention: limesurvey",
      file: """
        "id";"when";"role";"channels[email]";"channels[web]";"channels[other]";"remark"
        "R1";"2024-05-01 08:28:09";"manager";"Y";"Y";"";"one, ""two""
        three"
        "R2";"2024-05-01 08:28:09";"manager";"";"";"radio";""
        "R3";"2024-05-01 08:28:09";"manager";"";"";"";""
        "R4";"2024-05-01 08:28:09";"manager";"";"";"";""
        "R5";"2024-05-01 08:28:09";"expert";"";"Y";"";""


        """, showsNoneTicked: false),
    Export(
      tool: "LimeSurvey, full answers", convention: "limesurvey", source: "convention: limesurvey",
      file: """
        "id","when","What is your role?","How did you hear of it? [E-mail]","How did you hear of it? [Website, news page]","How did you hear of it? [Other]","Any remark?"
        "R1","2024-05-01 08:28:09","Manager","Yes","Yes","","one, ""two""
        three"
        "R2","2024-05-01 08:28:09","Manager","No","No","radio",""
        "R3","2024-05-01 08:28:09","Manager","No","No","",""
        "R4","2024-05-01 08:28:09","Manager","No","No","",""
        "R5","2024-05-01 08:28:09","Expert, technical","No","Yes","",""

        """, showsNoneTicked: false),
    Export(
      tool: "KoboToolbox", convention: "kobo",
      source: "convention: kobo\n    ignore: [_uuid]",
      file: """
        "id";"when";"about/role";"about/channels";"about/channels/email";"about/channels/web";"about/channels/other";"about/channels_other";"remark";"_uuid"
        "R1";"2024-05-01";"manager";"email web";"1";"1";"0";"";"one, ""two""
        three";"a"
        "R2";"2024-05-01";"manager";"other";"0";"0";"1";"radio";"";"b"
        "R3";"2024-05-01";"manager";"";"0";"0";"0";"";"";"c"
        "R4";"2024-05-01";"manager";"";"";"";"";"";"";"d"
        "R5";"2024-05-01";"expert";"web";"0";"1";"0";"";"";"e"

        """.replacingOccurrences(of: "\"about/channels\";", with: "")
          .replacingOccurrences(of: "\"email web\";", with: "")
          .replacingOccurrences(of: "\"manager\";\"other\";\"0\"", with: "\"manager\";\"0\"")
          .replacingOccurrences(of: "\"manager\";\"\";", with: "\"manager\";")
          .replacingOccurrences(of: "\"expert\";\"web\";", with: "\"expert\";"),
      showsNoneTicked: true),
    Export(
      tool: "KoboToolbox, both", convention: "kobo", source: "convention: kobo",
      file: """
        "id";"when";"about/role";"about/channels";"about/channels/email";"about/channels/web";"about/channels/other";"about/channels_other";"remark"
        "R1";"2024-05-01";"manager";"email web";"1";"1";"0";"";"one, ""two""
        three"
        "R2";"2024-05-01";"manager";"other";"0";"0";"1";"radio";""
        "R3";"2024-05-01";"manager";"";"";"";"";"";""
        "R4";"2024-05-01";"manager";"";"";"";"";"";""
        "R5";"2024-05-01";"expert";"web";"0";"1";"0";"";""

        """, showsNoneTicked: false),
    Export(
      tool: "REDCap, raw", convention: "redcap", source: "convention: redcap",
      file: """
        id,when,role,channels___email,channels___web,channels___other,channels_other,remark
        R1,2024-05-01,manager,1,1,0,,"one, ""two""
        three"
        R2,2024-05-01,manager,0,0,1,radio,
        R3,2024-05-01,manager,0,0,0,,
        R4,2024-05-01,manager,0,0,0,,
        R5,2024-05-01,expert,0,1,0,,

        """, showsNoneTicked: false),
    Export(
      tool: "REDCap, labels", convention: "redcap", source: "convention: redcap",
      file: """
        id,when,What is your role?,How did you hear of it? (choice=E-mail),"How did you hear of it? (choice=Website, news page)",How did you hear of it? (choice=Other),Other way,Any remark?
        R1,2024-05-01,Manager,Checked,Checked,Unchecked,,"one, ""two""
        three"
        R2,2024-05-01,Manager,Unchecked,Unchecked,Checked,radio,
        R3,2024-05-01,Manager,Unchecked,Unchecked,Unchecked,,
        R4,2024-05-01,Manager,Unchecked,Unchecked,Unchecked,,
        R5,2024-05-01,"Expert, technical",Unchecked,Checked,Unchecked,,

        """, showsNoneTicked: false),
    Export(
      tool: "Google Forms", convention: "google-forms",
      source: "convention: google-forms\n    date-order: dmy",
      file: """
        when,id,What is your role?,How did you hear of it?,Other way,Any remark?
        01/05/2024 08:28:09,R1,Manager,"E-mail, Website, news page",,"one, ""two""
        three"
        01/05/2024 08:28:09,R2,Manager,Other,radio,
        01/05/2024 08:28:09,R3,Manager,,,
        01/05/2024 08:28:09,R4,Manager,,,
        01/05/2024 08:28:09,R5,"Expert, technical","Website, news page",,
        """, showsNoneTicked: false),
    Export(
      tool: "MS Forms", convention: "ms-forms", source: "convention: ms-forms\n    date-order: mdy",
      file: """
        id,when,What is your role?,How did you hear of it?,Other way,Any remark?
        R1,5/1/2024 8:28:09,Manager,"E-mail;Website, news page;",,"one, ""two""
        three"
        R2,5/1/2024 8:28:09,Manager,Other;,radio,
        R3,5/1/2024 8:28:09,Manager,,,
        R4,5/1/2024 8:28:09,Manager,,,
        R5,5/1/2024 8:28:09,"Expert, technical","Website, news page;",,

        """, showsNoneTicked: false),
    Export(
      tool: "no header", convention: "no-header",
      source: "convention: no-header\n    separator: \"|\"\n"
        + "    columns: {\"#3\": role, \"#4\": channels, \"#5\": channels_other, \"#6\": remark}",
      file: """
        R1\t2024-05-01\tmanager\temail|web\t\t"one, ""two""
        three"
        R2\t2024-05-01\tmanager\tother\tradio\t
        R3\t2024-05-01\tmanager\t\t\t
        R4\t2024-05-01\tmanager\t\t\t
        R5\t2024-05-01\texpert\tweb\t\t

        """, showsNoneTicked: false),
  ]

  private func run(_ export: Export) throws -> Workdir {
    let unit =
      export.convention == "no-header"
      ? "#1" : export.tool == "SurveyMonkey" ? "Respondent ID" : "id"
    let when =
      export.convention == "no-header"
      ? "#2" : export.tool == "SurveyMonkey" ? "Date Created" : "when"
    let workdir = try Workdir()
    try workdir.write(Self.form, to: "Pipelines/tool/survey.csv")
    try workdir.write(Self.choices, to: "Pipelines/tool/choices.csv")
    try workdir.write(Self.tables, to: "Pipelines/tool/tables.yaml")
    try workdir.write(
      """
      title: Convention
      cut-off: 2024-06-30
      unit: respondent
      fail-on: query
      sources:
        - file: export.csv
          unit: {column: "\(unit)"}
          received: {column: "\(when)"}
          \(export.source)
      """.replacingOccurrences(of: "\n    ", with: "\n    "), to: "Pipelines/tool/pipeline.yaml")
    try workdir.write(export.file, to: "Input/tool/export.csv")
    let run = try StageRunner(workdir, collection: "tool").runAll()
    #expect(run.status == 0, "\(run.error)")
    return workdir
  }

  @Test(arguments: exports)
  func givesTheSameAnswers(export: Export) throws {
    let workdir = try run(export)
    let folder = "Output/tool/published"
    #expect(try workdir.read("\(folder)/machine/findings.csv").split(separator: "\n").count == 1)
    let tables = try PublishedTables(folder: folder, in: workdir)
    #expect(tables.codes("role/manager") == ["R1", "R2", "R3", "R4"])
    #expect(tables.codes("role/expert") == ["R5"])
    #expect(tables.codes("channels/email") == ["R1"])
    #expect(tables.codes("channels/web") == ["R1", "R5"])
    #expect(tables.codes("channels/other") == ["R2"])
    #expect(tables.count("channels/.base") == (export.showsNoneTicked ? 4 : 3))
    #expect(tables.count("channels/.no_answer") == (export.showsNoneTicked ? 1 : 2))
    let texts = CSVText.rows(try workdir.read("\(folder)/machine/texts.csv"))
    #expect(
      texts.map { "\($0["unit"] ?? "") \($0["question"] ?? "") \($0["text"] ?? "")" }
        == ["R1 remark one, \"two\"\nthree", "R2 channels_other radio"])
    let source = try #require(
      CSVText.rows(try workdir.read("Output/tool/ingested/sources.csv")).first)
    #expect(source["convention"] == export.convention)
    #expect(source["records"] == "5")
    #expect(source["quarantined"] == "0")
  }
}
