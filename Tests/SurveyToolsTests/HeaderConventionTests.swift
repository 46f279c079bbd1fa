import Foundation
import SurveyTools
import Testing
import _TestSupport

struct HeaderConventionTests {
  /// The first rows of exports, as the tools write them; the same rows with one thing less prove
  /// nothing.
  private static let proofs: [([[String]], HeaderConvention, String)] = [
    (
      [["Q1", "Q2"], ["Who?", "What?"], ["{\"ImportId\":\"QID1\"}", "x"]], .qualtrics,
      "the third row has ImportId"
    ),
    (
      [["Q1"], ["{'ImportId': 'QID1'}"], ["x"]], .qualtrics, "the second row has ImportId"
    ),
    (
      [["V1", "V2", "V3", "V4", "V5", "Q1"], ["ResponseID", "", "", "", "", "Who?"]],
      .qualtricsLegacy, "the header begins with V1 to V5"
    ),
    (
      [["Respondent ID", "Who?"], ["", "Response"]], .surveymonkey,
      "'Respondent ID', and 'Response' in the second row"
    ),
    (
      [["Respondent ID", "Which?", ""], ["", "Mail", "Web"]], .surveymonkey,
      "'Respondent ID', and 'Web' in the second row under a blank"
    ),
    ([["a", "_submission_time", "_uuid"]], .kobo, "the header has '_uuid', '_submission_time'"),
    ([["a", "__version__", "_uuid"]], .kobo, "the header has '__version__', '_uuid'"),
    ([["SubmissionDate", "a", "KEY"]], .odk, "the header has 'SubmissionDate', 'KEY'"),
    ([["a", "PARENT_KEY", "KEY"]], .odk, "the header has 'PARENT_KEY', 'KEY'"),
    (
      [["id", "submitdate", "lastpage", "startlanguage"]], .limesurvey,
      "the header has 'submitdate', 'lastpage', 'startlanguage'"
    ),
    ([["record_id", "redcap_event_name"]], .redcap, "the header has 'redcap_event_name'"),
    (
      [["ID", "Start time", "Completion time", "Email", "Name", "Who?"]], .msForms,
      "the header has 'ID', 'Start time', 'Completion time', 'Email', 'Name'"
    ),
    (
      [["Id", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom", "Qui ?"]], .msForms,
      "the header has 'Id', 'Heure de début', 'Heure de fin', 'Adresse de messagerie', 'Nom'"
    ),
    (
      [["ID", "開始時刻", "完了時刻", "メール", "名前"]], .msForms,
      "the header has 'ID', '開始時刻', '完了時刻', 'メール', '名前'"
    ),
    (
      [["interview__key", "interview__id", "a"]], .surveySolutions,
      "the header has 'interview__key', 'interview__id'"
    ),
    ([["CASE", "SERIAL", "QUESTNNR"]], .soSci, "the header has 'CASE', 'QUESTNNR'"),
    ([["lfdn", "tester", "dispcode"]], .unipark, "the header has 'lfdn', 'dispcode'"),
    (
      [["Response ID", "Time Started", "Date Submitted", "Status"]], .alchemer,
      "the header has 'Response ID', 'Time Started', 'Date Submitted', 'Status'"
    ),
    (
      [["ObjectID", "GlobalID", "a", "CreationDate", "Creator", "EditDate", "Editor", "x", "y"]],
      .survey123,
      "the header has 'ObjectID', 'GlobalID', 'CreationDate', 'Creator', 'EditDate', 'Editor'"
    ),
    (
      [["#", "Who?", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"]], .typeform,
      "the header has '#', 'Start Date (UTC)', 'Submit Date (UTC)'"
    ),
    (
      [["session", "created", "modified", "ended", "expired", "a"]], .formr,
      "the header has 'session', 'created', 'modified', 'ended', 'expired'"
    ),
    ([["序号", "提交答卷时间", "所用时间", "1、a"]], .wjx, "the header has '序号', '提交答卷时间', '所用时间'"),
  ]

  @Test(arguments: proofs)
  func proved(rows: [[String]], convention: HeaderConvention, why: String) {
    let proof = HeaderConvention.proved(by: rows)
    #expect(proof?.convention == convention)
    #expect(proof?.why == why)
  }

  private static let nothing: [[[String]]] = [
    [], [[]], [["State", "Received", "Q1"], ["Austria", "", "Yes"]],
    [["Timestamp", "Who?"], ["2024/05/01 10:11:12", "me"]],
    // Half a proof: a reply that quotes one, one heading, other letters, no second row.
    [["Q1", "Q2", "Q3"], ["{\"ImportId\":\"QID1\"}", "x", "y"], ["x", "y", "z"]],
    [["Respondent ID", "Who?"], ["7", "Response"]], [["Respondent ID", "Who?"], ["", ""]],
    [["V1", "V2", "V3", "V4", "V5"]], [["V1", "V2", "V3", "V4", "Q1"], ["", "", "", "", ""]],
    [["_uuid", "KEY"]], [["_UUID", "_submission_time"]], [["submitdate", "lastpage"]],
    [["ID", "Start time", "Completion time"]],
    // Two languages; a time sheet; what other tools have, too.
    [["ID", "Startzeit", "Heure de fin", "E-Mail", "Name"]], [["Heure de début", "Heure de fin"]],
    [["interview__id"]], [["CASE", "FINISHED"]], [["Response ID", "Date submitted", "Status"]],
    [["ObjectID", "GlobalID"]], [["#", "Submit Date (UTC)"]], [["session", "created", "ended"]],
  ]

  @Test(arguments: nothing)
  func notProved(rows: [[String]]) {
    #expect(HeaderConvention.proved(by: rows) == nil)
  }

  /// Every tool has an export in `Tests/Conventions`, in a folder that begins with its name; those
  /// of no tool are read in the awkward headings.
  @Test(arguments: HeaderConvention.allCases.filter { $0 != .plain })
  func hasACase(convention: HeaderConvention) throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: "\(Repository.root)/Tests/Conventions")
    #expect(
      folders.contains { $0 == convention.rawValue || $0.hasPrefix("\(convention.rawValue)-") })
  }
}
