import Foundation
import Testing
import _TestSupport

/// `rapporteur new` drafts a collection from an export, and the draft runs as it is.
struct DraftTests {
  /// An export as its tool writes it, and what a person reads in it.
  struct Export: Sendable, CustomTestStringConvertible {
    let tool: String
    let header: String
    /// Records, of which `#` becomes a number of its own.
    let records: [String]
    /// Lines that pipeline.yaml has, without comments.
    let pipeline: [String]
    /// Type and name of the questions, in order.
    let questions: [String]
    /// Counts, by address.
    let counts: [String: Int]
    var testDescription: String { tool }
  }

  static let exports = [
    Export(
      tool: "Google Forms, anonymous",
      header: "Timestamp,What is your role?,How did you hear of it?,Any remark?",
      records: [
        "2024/05/0# 10:11:12 PM GMT+2,Manager,\"E-mail, Website\",",
        "2024/05/0# 10:12:13,Manager,E-mail,Good",
        "2024/05/0# 09:00:00,\"Expert, technical\",Website,",
        "2024/05/0# 09:00:00,\"Expert, technical\",\"E-mail, Website\",",
      ],
      pipeline: [
        "convention: google-forms", "unit: record", "received: {column: \"Timestamp\"}",
        "date-order: ymd", "cut-off: 2024-05-04",
      ],
      questions: [
        "select_one what_is_your_role", "select_multiple how_did_you_hear_of_it",
        "text any_remark",
      ],
      counts: [
        "what_is_your_role/manager": 2, "what_is_your_role/expert_technical": 2,
        "how_did_you_hear_of_it/e-mail": 3, "how_did_you_hear_of_it/website": 3,
      ]),
    Export(
      tool: "SurveyMonkey with a matrix",
      header: """
        Respondent ID,Collector ID,Start Date,End Date,How did you hear of it?,,,Please rate,,Years
        ,,,,E-mail,Website,Other (please specify),Venue,Food,Open-Ended Response
        """,
      records: [
        "100#,9,05/0#/2024,05/2#/2024,E-mail,,,Good,Bad,3",
        "100#,9,05/0#/2024,05/2#/2024,E-mail,Website,,Good,Good,12",
        "100#,9,05/0#/2024,05/2#/2024,,,the radio,Bad,Good,0",
      ],
      pipeline: [
        "convention: surveymonkey", "unit: {column: \"Respondent ID\"}",
        "received: {column: \"End Date\"}", "date-order: mdy",
        "ignore: [\"Collector ID\", \"Start Date\"]",
      ],
      questions: [
        "select_multiple how_did_you_hear_of_it", "text how_did_you_hear_of_it_other",
        "select_one please_rate_venue", "select_one please_rate_food", "integer years",
      ],
      counts: [
        "how_did_you_hear_of_it/e-mail": 2, "how_did_you_hear_of_it/website": 1,
        "how_did_you_hear_of_it/other": 1, "please_rate_venue/good": 2, "please_rate_venue/bad": 1,
        "please_rate_food/good": 2,
      ]),
    Export(
      tool: "KoboToolbox",
      header:
        "start;about/role;about/channels;about/channels/email;about/channels/web;_uuid;_submission_time",
      records: [
        "2024-05-0#;manager;email web;1;1;u#;2024-05-0#T10:00:00",
        "2024-05-0#;manager;;0;0;u#;2024-05-0#T10:00:00",
        "2024-05-0#;expert;web;0;1;u#;2024-05-0#T10:00:00",
        "2024-05-0#;expert;;;;u#;2024-05-0#T10:00:00",
      ],
      pipeline: [
        "convention: kobo", "unit: {column: \"_uuid\"}", "received: {column: \"_submission_time\"}",
        "ignore: [\"start\"]",
      ],
      questions: ["select_one role", "select_multiple channels"],
      counts: ["role/manager": 2, "role/expert": 2, "channels/email": 1, "channels/web": 2]),
    Export(
      tool: "REDCap",
      header: "record_id,redcap_event_name,age,channels___1,channels___2,survey_complete",
      records: ["#,baseline,40,1,0,2", "#,baseline,41,1,1,2", "#,baseline,,0,0,0"],
      pipeline: [
        "convention: redcap", "unit: {column: \"record_id\"}",
        "ignore: [\"redcap_event_name\", \"survey_complete\"]",
      ],
      questions: ["integer age", "select_multiple channels"],
      counts: ["channels/1": 2, "channels/2": 1]),
    Export(
      tool: "LimeSurvey",
      header:
        "id,submitdate,lastpage,startlanguage,role,channels[SQ001],channels[SQ002],channels[other]",
      records: [
        "#,2024-05-0# 10:00:00,3,en,Manager,Y,,", "#,2024-05-0# 10:00:00,3,fr,Manager,Y,Y,",
        "#,2024-05-0# 10:00:00,3,fr,Expert,,,radio", "#,2024-05-0# 10:00:00,3,fr,Expert,,,",
      ],
      pipeline: [
        "convention: limesurvey", "unit: {column: \"id\"}", "received: {column: \"submitdate\"}",
        "ignore: [\"lastpage\", \"startlanguage\"]",
      ],
      questions: ["select_one role", "select_multiple channels", "text channels_other"],
      counts: [
        "role/manager": 2, "channels/SQ001": 2, "channels/SQ002": 1, "channels/other": 1,
      ]),
    Export(
      tool: "LimeSurvey, code and text",
      header: """
        id. Response ID,submitdate. Date submitted,lastpage. Last page,Q1. What is your role?,Q1[other]. What is your role? [Other],Q2[SQ001]. How did you hear of it? [E-mail],"Q2[SQ002]. How did you hear of it? [Website, news]",Q3[a]. Rate [Venue],Q3[b]. Rate [Food],Q3[other]. Rate [Other]
        """,
      records: [
        "#,2024-05-0# 10:00:00,3,Manager,,Yes,No,Good,Bad,none",
        "#,2024-05-0# 10:00:00,3,Other,Interpreter,No,Yes,Good,Good,",
        "#,2024-05-0# 10:00:00,3,Manager,,N/A,N/A,,,",
        "#,2024-05-0# 10:00:00,3,Other,Guide,Yes,Yes,Bad,Bad,",
      ],
      pipeline: [
        "convention: limesurvey", "unit: {column: \"id. Response ID\"}",
        "received: {column: \"submitdate. Date submitted\"}", "no-answer: [\"N/A\"]",
        "ignore: [\"lastpage. Last page\"]",
      ],
      questions: [
        "select_one Q1", "text Q1_other", "select_multiple Q2", "select_one Q3_a",
        "select_one Q3_b", "text Q3_other",
      ],
      counts: [
        "Q1/manager": 2, "Q1/other": 2, "Q2/SQ001": 2, "Q2/SQ002": 2, "Q2/.no_answer": 1,
        "Q3_a/good": 2, "Q3_b/bad": 2,
      ]),
    Export(
      tool: "SurveyMonkey with texts beside the choices",
      header: """
        Respondent ID,Date Modified,Which of these is the role that you have in your organization?,,Please rate,,,Years,
        ,,Response,Other (please specify),Venue,Food,Comments,Response,Other (please specify)
        """,
      records: [
        "100#,05/2#/2024,Manager,,Good,Bad,well,1,", "100#,05/2#/2024,Manager,,Good,Good,,2,",
        "100#,05/2#/2024,,Interpreter,Bad,Good,,,long", "100#,05/2#/2024,Expert,,Bad,Good,,3,",
        "100#,05/2#/2024,Expert,,Bad,Good,,3,",
      ],
      pipeline: ["convention: surveymonkey"],
      questions: [
        "select_one which_of_these_is_the_role_that_you_have",
        "text which_of_these_is_the_role_that_you_have_other", "select_one please_rate_venue",
        "select_one please_rate_food", "text please_rate_comments", "integer years",
        "text years_other",
      ],
      counts: [
        "which_of_these_is_the_role_that_you_have/manager": 2,
        "which_of_these_is_the_role_that_you_have/other": 1,
        "which_of_these_is_the_role_that_you_have/.base": 5, "please_rate_venue/bad": 3,
      ]),
    Export(
      tool: "Qualtrics, older",
      header: """
        V1,V2,V3,V4,V5,V8,Q1,Q2_1,Q2_2,Q3
        ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,StartDate,Any topics?,How did you hear of the follow-up?-E-mail,How did you hear of the follow-up?-Web,Any remark?
        """,
      records: [
        "R_#,x,,,,2017-01-0# 10:00:00,\"Law,Data, statistics\",1,1,",
        "R_#,x,,,,2017-01-0# 10:00:00,\"Data, statistics\",,1,fine",
        "R_#,x,,,,2017-01-0# 10:00:00,\"Law,Training\",,1,-99",
        "R_#,x,,,,2017-01-0# 10:00:00,\"Training,Data, statistics\",,1,-99",
      ],
      pipeline: ["convention: qualtrics-legacy", "unit: {column: \"V1\"}"],
      questions: ["select_multiple Q1", "select_multiple Q2", "text Q3"],
      counts: [
        "Q1/law": 2, "Q1/data_statistics": 3, "Q1/training": 2, "Q2/1": 1, "Q2/2": 4,
      ]),
    Export(
      tool: "Qualtrics",
      header: """
        StartDate,Status,RecordedDate,ResponseId,Q1,Q2_1,Q2_2
        Start Date,Response Type,Recorded Date,Response ID,Did you attend?,How did you hear? - E-mail,How did you hear? - Web
        "{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_1""}","{""ImportId"":""QID2_2""}"
        """,
      records: [
        "2024-05-0# 10:00:00,IP Address,2024-05-0# 10:00:00,R_#,Yes,E-mail,",
        "2024-05-0# 10:00:00,IP Address,2024-05-0# 10:00:00,R_#,-99,,Web",
        "2024-05-0# 10:00:00,Survey Preview,2024-05-0# 10:00:00,R_#,No,E-mail,Web",
      ],
      pipeline: [
        "convention: qualtrics", "unit: {column: \"ResponseId\"}", "no-answer: [\"-99\"]",
        "test-records: {column: \"Status\", values: [\"Survey Preview\"]}",
      ],
      questions: ["select_one Q1", "select_multiple Q2"],
      counts: ["Q1/yes": 1, "Q1/no": 0, "Q2/1": 1, "Q2/2": 1]),
    Export(
      tool: "States by ISO code", header: "Country,Received,Criminalized",
      records: ["NA,2024-05-0#,Yes", "DE,2024-05-0#,No", "FR,2024-05-0#,Yes"],
      pipeline: [
        "unit: state", "unit: {column: \"Country\", by: iso2}", "received: {column: \"Received\"}",
      ],
      questions: ["select_one criminalized"],
      counts: ["criminalized/yes": 2, "criminalized/no": 1, "response/replied": 3]),
  ]

  private func draft(
    _ text: String, in workdir: Workdir, options: [String] = []
  ) throws -> CommandRun {
    try workdir.write(text, to: "export.csv")
    if !workdir.exists("Pipelines/registers") {
      try workdir.copy("Pipelines/registers", to: "Pipelines/registers")
    }
    return try CommandRun(
      "\(CommandRun.binaries)/rapporteur",
      [
        "new", "--pipeline", "Pipelines/draft", "--input", "Input/draft", "--from", "export.csv",
      ] + options, in: workdir.path)
  }

  @Test(arguments: exports)
  func draftsThatRun(export: Export) throws {
    let workdir = try Workdir()
    let records = export.records.enumerated().map { number, record in
      record.replacingOccurrences(of: "#", with: String(number + 1))
    }
    let text = ([export.header] + records).joined(separator: "\n") + "\n"
    let run = try draft(text, in: workdir)
    #expect(run.error.contains("drafted \(export.questions.count) question"), "\(run.error)")
    #expect(run.status == 0)

    let pipeline = try workdir.read("Pipelines/draft/pipeline.yaml").split(separator: "\n")
    let lines = pipeline.map {
      $0.components(separatedBy: "  # review")[0].trimmingCharacters(in: .whitespaces)
    }
    for line in export.pipeline { #expect(lines.contains(line), "\(lines)") }
    let survey = CSVText.rows(try workdir.read("Pipelines/draft/survey.csv"))
    #expect(
      survey.map { "\(($0["type"] ?? "").components(separatedBy: " ")[0]) \($0["name"] ?? "")" }
        == export.questions)
    #expect(survey.allSatisfy { $0["review"]?.isEmpty == false })

    let last = try StageRunner(workdir, collection: "draft").runAll()
    #expect(last.status == 0, "\(last.error)")
    let published = "Output/draft/published"
    let findings = CSVText.rows(try workdir.read("\(published)/machine/findings.csv"))
    #expect(findings.isEmpty, "\(findings)")
    let tables = try PublishedTables(folder: published, in: workdir)
    for (address, count) in export.counts { #expect(tables.count(address) == count, "\(address)") }
  }

  /// A form says what its questions are, so that nothing about them is guessed.
  @Test func formsAreTakenOver() throws {
    let workdir = try Workdir()
    try workdir.write(
      "type,name,label::English (en),hint\nselect_one yn,Q1,Did you?,x\ninteger,Q2,How many?,\n",
      to: "form/survey.csv")
    try workdir.write(
      "list_name,name,label::English (en)\nyn,1,Yes\nyn,2,No\n", to: "form/choices.csv")
    let run = try draft(
      "_uuid,_submission_time,Q1,Q2\nu1,2024-05-01,1,7\nu2,2024-05-02,2,\n", in: workdir,
      options: ["--form", "form/survey.csv"])
    #expect(run.status == 0, "\(run.error)")
    #expect(
      try workdir.read("Pipelines/draft/survey.csv") == workdir.read("form/survey.csv"))
    #expect(try StageRunner(workdir, collection: "draft").runAll().status == 0)
    let tables = try PublishedTables(folder: "Output/draft/published", in: workdir)
    #expect(tables.count("Q1/1") == 1)

    let alone = try CommandRun(
      "\(CommandRun.binaries)/rapporteur",
      [
        "new", "--pipeline", "Pipelines/alone", "--input", "Input/alone", "--from",
        "form/survey.csv",
      ], in: workdir.path)
    #expect(alone.status == 0, "\(alone.error)")
    #expect(alone.error.contains("; then put the exports of the form into Input/alone"))
    #expect(
      try workdir.read("Pipelines/alone/choices.csv") == workdir.read("form/choices.csv"))
    try workdir.write(
      "_uuid,_submission_time,Q1,Q2\nu1,2024-05-01,1,7\n", to: "Input/alone/export.csv")
    #expect(try StageRunner(workdir, collection: "alone").runAll().status == 0)
  }

  /// A workbook with CSV texts as sheets, every cell as text.
  private func workbook(_ path: String, _ sheets: [(String, String)], in workdir: Workdir) throws {
    let script = """
      import csv, io, openpyxl, sys
      book = openpyxl.Workbook()
      book.remove(book.active)
      for name, text in zip(sys.argv[2::2], sys.argv[3::2]):
          sheet = book.create_sheet(name)
          for row in csv.reader(io.StringIO(text)):
              sheet.append(row)
      book.save(sys.argv[1])
      """
    let run = try CommandRun(
      "python3", ["-c", script, path] + sheets.flatMap { [$0.0, $0.1] }, in: workdir.path)
    #expect(run.status == 0, "\(run.error)")
  }

  private func new(_ name: String, _ options: [String], in workdir: Workdir) throws -> CommandRun {
    try CommandRun(
      "\(CommandRun.binaries)/rapporteur",
      ["new", "--pipeline", "Pipelines/\(name)", "--input", "Input/\(name)"] + options,
      in: workdir.path)
  }

  private static let survey =
    "type,name,label\nselect_one yn,Q1,\"Did you,\nreally?\"\ninteger,Q2,How many?\n"
  private static let choices = "list_name,name,label\nyn,1,Yes\nyn,2,No\n"

  /// A form as the workbook that it is drawn up as, with an export that is a workbook too.
  @Test func workbooksAreFormsOrExports() throws {
    let workdir = try Workdir()
    try workbook(
      "form.xlsx",
      [
        ("survey", Self.survey), ("choices", Self.choices),
        ("settings", "form_title,form_id\nLibraries: a survey,lib\n"),
      ], in: workdir)
    let header = "_uuid,_submission_time,Q1,Q2\n"
    try workbook(
      "export.xlsx",
      [("Notes", "a\nb\n"), ("Replies", header + "u1,2024-05-01,1,7\nu2,2024-05-02,2,\n")],
      in: workdir)

    let alone = try new("alone", ["--from", "form.xlsx"], in: workdir)
    #expect(alone.status == 0, "\(alone.error)")
    #expect(!workdir.exists("Input/alone/form.xlsx"))
    try workdir.write(header + "u1,2024-05-01,1,7\n", to: "Input/alone/export.csv")
    #expect(try StageRunner(workdir, collection: "alone").runAll().status == 0)

    let which = try new("both", ["--from", "export.xlsx", "--form", "form.xlsx"], in: workdir)
    #expect(which.status == 65)
    #expect(which.error.hasPrefix("export.xlsx: error: [which-sheet]"), "\(which.error)")
    #expect(which.error.contains("SHEET"))
    let both = try new(
      "both", ["--from", "export.xlsx", "--form", "form.xlsx", "--sheet", "Replies"], in: workdir)
    #expect(both.status == 0, "\(both.error)")
    #expect(try StageRunner(workdir, collection: "both").runAll().status == 0)
    let tables = try PublishedTables(folder: "Output/both/published", in: workdir)
    #expect(tables.count("Q1/1") == 1)
    #expect(tables.count("Q1/2") == 1)

    for name in ["alone", "both"] {
      #expect(try workdir.read("Pipelines/\(name)/survey.csv") == Self.survey)
      #expect(try workdir.read("Pipelines/\(name)/choices.csv") == Self.choices)
      let pipeline = try workdir.read("Pipelines/\(name)/pipeline.yaml")
      #expect(pipeline.contains("title: \"Libraries: a survey\""), "\(pipeline)")
    }
  }

  /// Without choices a form is one all the same; without the columns of one, `survey` is an export.
  @Test func workbooksThatAreAlmostForms() throws {
    let workdir = try Workdir()
    try workbook("texts.xlsx", [("survey", "type,name\ntext,Q1\n")], in: workdir)
    let texts = try new("texts", ["--from", "texts.xlsx"], in: workdir)
    #expect(texts.status == 0, "\(texts.error)")
    #expect(try workdir.read("Pipelines/texts/choices.csv") == "list_name,name\n")

    try workbook("replies.xlsx", [("survey", "a,b\n1,2\n")], in: workdir)
    let replies = try new("replies", ["--from", "replies.xlsx"], in: workdir)
    #expect(replies.status == 0, "\(replies.error)")
    #expect(workdir.exists("Input/replies/replies.xlsx"))
    let columns = try new(
      "x", ["--from", "replies.xlsx", "--form", "replies.xlsx"], in: workdir)
    #expect(columns.status == 78)
    #expect(
      columns.error.hasPrefix("replies.xlsx:1: error: [missing-column] sheet 'survey': "),
      "\(columns.error)")

    try workbook("other.xlsx", [("Sheet", "a,b\n1,2\n")], in: workdir)
    let other = try new("x", ["--from", "replies.xlsx", "--form", "other.xlsx"], in: workdir)
    #expect(other.status == 78)
    #expect(other.error.hasPrefix("other.xlsx: error: [no-survey]"), "\(other.error)")
    #expect(!workdir.exists("Pipelines/x"))
  }

  /// Exports in gzip are drafted from, and copied, as they are.
  @Test func compressedExports() throws {
    let workdir = try Workdir()
    try workdir.write("ID,Role\n1,Manager\n2,Expert\n3,Expert\n4,Manager\n", to: "export.csv")
    #expect(try CommandRun("gzip", ["export.csv"], in: workdir.path).status == 0)
    let run = try new("gzip", ["--from", "export.csv.gz"], in: workdir)
    #expect(run.status == 0, "\(run.error)")
    #expect(try StageRunner(workdir, collection: "gzip").runAll().status == 0)
    let tables = try PublishedTables(folder: "Output/gzip/published", in: workdir)
    #expect(tables.count("role/expert") == 2)
  }

  /// Headings that repeat: the labels of two questions are then alike, and the name of one.
  @Test func repeatedHeadings() throws {
    let workdir = try Workdir()
    let run = try draft(
      "ID,Answer,Answer,\"Two\nlines\",\n1,yes,no,a,x\n2,no,no,b,\n3,yes,yes,a,\n", in: workdir)
    #expect(run.status == 0, "\(run.error)")
    let last = try StageRunner(workdir, collection: "draft").runAll()
    #expect(last.status == 0, "\(last.error)")
    let tables = try PublishedTables(folder: "Output/draft/published", in: workdir)
    #expect(tables.count("answer/yes") == 2)
    #expect(tables.count("answer_2/yes") == 1)
  }

  /// What the export cannot tell of its quoting and comments is said, and stands in the draft.
  @Test func declaredQuoting() throws {
    let workdir = try Workdir()
    let text = "# made \"today\nID\tRole\n1\t\"Boss\n2\t5\" hand\n"
    let refused = try draft(text, in: workdir)
    #expect(refused.status == 65)
    #expect(refused.error.contains("SKIP_LINES, QUOTING, COMMENT, SHEET"), "\(refused.error)")
    let run = try draft(text, in: workdir, options: ["--quoting", "none", "--comment", "#"])
    #expect(run.status == 0, "\(run.error)")
    let pipeline = try workdir.read("Pipelines/draft/pipeline.yaml")
    #expect(pipeline.contains("quoting: \"none\"\n    comment: \"#\"\n"), "\(pipeline)")
    #expect(try StageRunner(workdir, collection: "draft").runAll().status == 0)
    #expect(
      try workdir.read("Output/draft/published/machine/texts.csv").contains("\"\"\"Boss\""))
  }

  /// A draft replaces nothing and leaves nothing where it fails.
  @Test func refusals() throws {
    let workdir = try Workdir()
    #expect(try draft("a,b\n1,2\n", in: workdir).status == 0)
    let again = try draft("a,b\n1,2\n", in: workdir)
    #expect(again.status == 73)
    #expect(again.error.hasPrefix("Pipelines/draft: error: [collection-exists]"))

    let other = try Workdir()
    try other.write(
      Data("name,role\nJos\u{e9},x\n".unicodeScalars.map { UInt8($0.value) }), to: "x.csv")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(other.path)/x.csv"))
    _ = try draft("", in: other)
    try other.write(bytes, to: "export.csv")
    let arguments = [
      "new", "--pipeline", "Pipelines/draft", "--input", "Input/draft", "--from", "export.csv",
    ]
    let legacy = try CommandRun(
      "\(CommandRun.binaries)/rapporteur", arguments, in: other.path)
    #expect(legacy.status == 65)
    #expect(legacy.error.hasPrefix("export.csv:2: error: [undecided-encoding]"), "\(legacy.error)")
    #expect(legacy.error.contains("make new … ENCODING=…"))
    #expect(!other.exists("Pipelines/draft"))
    let declared = try CommandRun(
      "\(CommandRun.binaries)/rapporteur", arguments + ["--encoding", "Windows-1252"],
      in: other.path)
    #expect(declared.status == 0, "\(declared.error)")
    #expect(
      try other.read("Pipelines/draft/pipeline.yaml").contains("encoding: \"Windows-1252\""))
  }
}
