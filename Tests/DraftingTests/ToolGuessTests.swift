import Interchange
import SurveyTools
import Testing
import _TestSupport

@testable import Drafting

struct ToolGuessTests {
  /// An export without records, as the first stage leaves it.
  private func guess(
    _ headings: [String], ingestedAs convention: HeaderConvention = .plain
  ) throws -> ToolGuess {
    let workdir = try Workdir()
    try SourceEntry.write(
      [
        SourceEntry(
          number: 1, file: "export.csv", bytes: 0, sha256: "", container: "", textBytes: 0,
          encoding: "UTF-8", encodingReason: "", delimiter: ",", delimiterReason: "",
          convention: convention, conventionReason: "declared", headerRows: 1, headerRowsReason: "",
          headerBytes: 0,
          columns: headings.count, widths: "", records: 0, blank: 0, comments: 0, quarantined: 0)
      ], to: workdir.path)
    let folder = SourceEntry.folder(of: "export.csv", below: ".")
    let rows = headings.enumerated().map { "\($0.offset + 1),\($0.element),,,0,0\n" }
    try workdir.write(
      "column,heading,label,option,distinct,elsewhere\n" + rows.joined(),
      to: "\(folder)/columns.csv")
    try workdir.write("column,number,text,count,first_record\n", to: "\(folder)/seen.csv")
    return ToolGuess(try Export(ingested: workdir.path))
  }

  private static let cases: [([String], HeaderConvention, String)] = [
    (["_UUID", "a"], .kobo, "there is a column '_uuid'"),
    (["submissiondate", "key"], .odk, "there are columns 'KEY' and 'SubmissionDate'"),
    (["channels", "channels/web"], .kobo, "there are columns 'channels' and 'channels/web'"),
    (["submitdate", "lastpage"], .limesurvey, "there are columns 'submitdate' and 'lastpage'"),
    (["redcap_survey_identifier"], .redcap, "there is a column 'redcap_survey_identifier'"),
    (["a", "channels___1"], .redcap, "a heading such as 'channels___1'"),
    (["Which? (choice=Web)"], .redcap, "a heading such as 'Which? (choice=Web)'"),
    (["Horodateur", "Qui ?"], .googleForms, "there is a column 'Horodateur'"),
    (["タイムスタンプ", "誰？"], .googleForms, "there is a column 'タイムスタンプ'"),
    (["Stempel waktu", "Siapa?"], .googleForms, "there is a column 'Stempel waktu'"),
    (
      ["id", "godzina rozpoczęcia", "Godzina ukończenia", "Kto?"], .msForms,
      "there are columns 'ID' and 'Godzina rozpoczęcia' and 'Godzina ukończenia'"
    ),
    (["case", "questnnr"], .soSci, "there are columns 'CASE' and 'QUESTNNR'"),
    (["Who?", "Submit Date (UTC)"], .typeform, "there is a column 'Submit Date (UTC)'"),
    // A question may be called so; what MS Forms writes together is rarer.
    (
      ["ID", "Start time", "Completion time", "Timestamp"], .msForms,
      "there are columns 'ID' and 'Start time' and 'Completion time'"
    ),
    // Columns say more than headings.
    (["channels", "channels/web", "Timestamp"], .googleForms, "there is a column 'Timestamp'"),
    (["State", "Received", "a/b"], .plain, "declared"),
  ]

  @Test(arguments: cases)
  func suggested(headings: [String], convention: HeaderConvention, why: String) throws {
    let guess = try guess(headings)
    #expect(guess.convention == convention)
    #expect(guess.why == why)
  }

  /// What the first stage knows is not guessed again.
  @Test func known() throws {
    let guess = try guess(["_uuid"], ingestedAs: .limesurvey)
    #expect(guess.convention == .limesurvey)
    #expect(guess.why == "declared")
  }
}
