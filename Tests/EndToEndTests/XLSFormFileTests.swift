import Basics
import Containers
import Testing
import _TestSupport

/// The questionnaire as a workbook; `make check-office` puts it through the converter of KoboToolbox and ODK.
struct XLSFormFileTests {
  private static func sheets(of replies: Respondents) throws -> [String: [[String]]] {
    let run = try replies.run()
    try #require(run.status == 0, "\(run.error)")
    let path = "\(replies.workdir.path)/Output/replies/published/replies-form.xlsx"
    return Dictionary(uniqueKeysWithValues: try Container.cells(ofWorkbook: path))
  }

  private static let replies = "Who,Received,q1\nA,2005-06-01,Yes\n"

  /// What the tools ask for is added: the wording of `q1`, which has none, and the settings.
  @Test func sheets() throws {
    let replies = try Respondents(
      form: "note,hello,,,,\nselect_one yn,q1,,,,\nselect_multiple ch,q2,Which?,${q1} = 'yes',,\n",
      choices: "more,5,\n", pipeline: "forms: [xlsform]\n",
      replies: Self.replies)
    let sheets = try Self.sheets(of: replies)
    #expect(
      sheets["survey"] == [
        ["type", "name", "label", "relevant", "since", "until"], ["note", "hello", "hello"],
        ["select_one yn", "q1", "q1"], ["select_multiple ch", "q2", "Which?", "${q1} = 'yes'"],
      ])
    #expect(
      sheets["choices"]?.suffix(2) == [["ch", "w", "W"], ["more", "5", "5"]])
    #expect(
      sheets["settings"] == [["form_title", "form_id"], ["Replies", "replies"]])
  }

  /// The language that the pipeline publishes in is the one that the form opens in, as its headings have it.
  @Test func languages() throws {
    let replies = try Respondents(
      form: "", pipeline: "forms: [xlsform]\nlanguage: fr\n", replies: Self.replies)
    try replies.workdir.write(
      "type,name,label::English (en),label::Français (fr),hint::English (en),\n"
        + "select_one yn,q1,Is it so?,Est-ce ainsi ?,\"Yes,\nor no\",\n",
      to: "Pipelines/replies/survey.csv")
    let sheets = try Self.sheets(of: replies)
    #expect(
      sheets["survey"] == [
        ["type", "name", "label::English (en)", "label::Français (fr)", "hint::English (en)"],
        ["select_one yn", "q1", "Is it so?", "Est-ce ainsi ?", "Yes,\nor no"],
      ])
    #expect(
      sheets["settings"] == [
        ["form_title", "form_id", "default_language"], ["Replies", "replies", "Français (fr)"],
      ])
  }

  /// A choice in two rows, offered in two regions, is refused by the tools unless the form says it is meant.
  @Test func choicesTwice() throws {
    let replies = try Respondents(
      form: "", pipeline: "forms: [xlsform]\n",
      replies: "Who,Received,q1,town\nA,2005-06-01,Yes,M\n")
    try replies.workdir.write(
      "type,name,label,choice_filter\nselect_one yn,q1,So?,\nselect_one t,town,Town?,of = ${q1}\n",
      to: "Pipelines/replies/survey.csv")
    try replies.workdir.write(
      "list_name,name,label,of\nyn,yes,Yes,\nyn,no,No,\nt,m,M,yes\nt,m,M,no\nt,n,N,no\n",
      to: "Pipelines/replies/choices.csv")
    let settings = try Self.sheets(of: replies)["settings"]
    #expect(settings?[0] == ["form_title", "form_id", "allow_choice_duplicates"])
    #expect(settings?[1] == ["Replies", "replies", "yes"])
  }

  /// A form out of which no XLSForm can be made is told before anything runs, row by row.
  @Test func namesThatToolsRefuse() throws {
    let replies = try Respondents(
      form: "begin_group,,Page,,,\nnote,1st,Hello,,,\nselect_one yn,q1,So?,,,\nend_group,,,,,\n",
      pipeline: "forms: [xlsform]\n", replies: Self.replies)
    let run = try replies.run()
    #expect(run.status == 78)
    #expect(run.error.contains("survey.csv:2: error: [tool-form] found ''"))
    #expect(run.error.contains("survey.csv:3: error: [tool-form] found '1st'"))
    #expect(!run.error.contains("survey.csv:5"))
  }

  /// What a draft notes about answers is for whoever reviews it; in confidence, what somebody answered and
  /// columns of people's own are nobody else's either, but for those that say which choices are offered.
  @Test(arguments: [
    ("", ["list_name", "name", "label", "synonyms", "of", "told by"]),
    ("disclosure: {threshold: 3}\n", ["list_name", "name", "label", "of"]),
  ])
  func columnsThatAreNotPublished(disclosure: String, columns: [String]) throws {
    let replies = try Respondents(
      form: "", pipeline: "forms: [xlsform]\n\(disclosure)",
      replies: "Who,Received,q1,town\nA,2005-06-01,Yes,M\nB,2005-06-01,Yes,M\nC,2005-06-01,Yes,M\n")
    try replies.workdir.write(
      "type,name,label,choice_filter,review\nselect_one yn,q1,So?,,3 answers\n"
        + "select_one t,town,Town?,of = ${q1},\n", to: "Pipelines/replies/survey.csv")
    try replies.workdir.write(
      "list_name,name,label,synonyms,of,told by,review\nyn,yes,Yes,Sure,,J. S.,\nyn,no,No,,,,\n"
        + "t,m,M,,yes,,\nt,n,N,,no,,one\n", to: "Pipelines/replies/choices.csv")
    let sheets = try Self.sheets(of: replies)
    #expect(sheets["choices"]?[0] == columns)
    #expect(sheets["survey"]?[0] == ["type", "name", "label", "choice_filter"])
  }

  /// Tools would take labels without a language for those of the language that the form opens in.
  @Test func labelsWithoutALanguage() throws {
    let replies = try Respondents(
      form: "", pipeline: "forms: [xlsform]\nlanguage: fr\n", replies: Self.replies)
    try replies.workdir.write(
      "type,name,label,label::Français (fr)\nselect_one yn,q1,Is it so?,Est-ce ainsi ?\n",
      to: "Pipelines/replies/survey.csv")
    #expect(try Self.sheets(of: replies)["settings"]?[0] == ["form_title", "form_id"])
  }

  /// A row of the type `end` says when the device was done, and ends no group.
  @Test func rowsOfTheDevice() throws {
    let replies = try Respondents(
      form: "start,start,,,,\nbegin_group,page,Page,,,\nend,end,,,,\nselect_one yn,q1,So?,,,\n"
        + "text,why,Why?,,,\nend_group,,,,,\ntext,why_not,Why not?,,,\nselect_one yn,page_2,So?,,,\n",
      pipeline: "forms: [xlsform]\n", replies: Self.replies)
    #expect(try Self.sheets(of: replies)["survey"]?.count == 9)
    // Within the group still: the name stands there already.
    try replies.workdir.replace("text,why,", with: "text,q1,", in: "Pipelines/replies/survey.csv")
    let run = try replies.run()
    #expect(run.status == 78)
  }

  /// No cell of a workbook is longer.
  @Test func longTexts() throws {
    let replies = try Respondents(
      form: "note,n,\(String(repeating: "a", count: 32_768)),,,\nselect_one yn,q1,So?,,,\n",
      pipeline: "forms: [xlsform]\n", replies: Self.replies)
    let run = try replies.run()
    #expect(run.status == 78)
    #expect(
      run.error.contains("[tool-form] 'label' has 32768 characters; expected at most 32767. Survey")
    )
  }
}
