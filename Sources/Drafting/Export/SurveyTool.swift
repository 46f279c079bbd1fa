import Basics
import Definition
import Interchange
import Register

/// The survey tool that wrote an export, told by the columns it writes besides the answers.
///
/// The headings are those of the tools' own exports: Qualtrics "Understanding Your Dataset",
/// SurveyMonkey's two header rows, LimeSurvey's response table, KoboToolbox and ODK metadata,
/// REDCap's record and survey fields, Google Forms' time stamp, MS Forms' first columns.
struct SurveyTool {
  let convention: HeaderConvention
  let why: String
  private let known: Columns

  /// Headings that tell the respondent and the day of receipt, best first, and others that hold
  /// no answers.
  private struct Columns {
    var unit: [String] = []
    var received: [String] = []
    var others: [String] = []
    var endings: [String] = []
  }

  init(_ export: Export) {
    (convention, why) = Self.convention(of: export)
    known = Self.columns[convention] ?? Columns()
  }

  /// The column that may tell the respondent: the tool's own, else one that is called so.
  func unit(in export: Export) -> ExportColumn? {
    export.column(called: known.unit)
      ?? export.column(called: Self.columns[.plain]?.unit ?? [])
  }

  /// The column that may tell the day of receipt: the tool's own, else dates among the first
  /// columns, where exports have what was not asked.
  func received(in export: Export) -> ExportColumn? {
    export.column(called: known.received)
      ?? export.columns.first { column in
        known.endings.contains("_timestamp") && column.heading.hasSuffix("_timestamp")
      }
      ?? export.columns.prefix(3).first { column in
        column.answered * 10 >= export.records * 9
          && DateGuess(column, convention: convention) != nil
      }
  }

  /// Whether a column holds what the tool notes, and no answer.
  func isMetadata(_ column: ExportColumn) -> Bool {
    let names = convention == .plain ? [] : known.unit + known.received + known.others
    return names.contains { column.isCalled(TextKey($0)) }
      || known.endings.contains { column.heading.hasSuffix($0) }
  }

  private static func convention(of export: Export) -> (HeaderConvention, String) {
    let entry = export.entry
    guard entry.convention == .plain else { return (entry.convention, entry.conventionReason) }
    for (convention, groups) in signs {
      for group in groups where group.allSatisfy({ export.column(called: [$0]) != nil }) {
        let names = group.map { "'\($0)'" }.joined(separator: " and ")
        return (convention, "there \(group.count == 1 ? "is a column" : "are columns") \(names)")
      }
    }
    for column in export.columns {
      let path = "\(column.heading)/"
      if let option = export.columns.first(where: { $0.heading.hasPrefix(path) }) {
        return (.kobo, "there are columns '\(column.heading)' and '\(option.heading)'")
      }
    }
    for sign in ["___", " (choice="] {
      if let column = export.columns.first(where: { $0.heading.contains(sign) }) {
        return (.redcap, "a heading such as '\(column.heading)'")
      }
    }
    return (.plain, entry.conventionReason)
  }

  /// Columns that only one tool writes together.
  private static let signs: [(HeaderConvention, [[String]])] = [
    (.kobo, [["_uuid"], ["_submission_time"], ["KEY", "SubmissionDate"], ["meta/instanceID"]]),
    (.limesurvey, [["submitdate", "lastpage"], ["Date submitted", "Last page"]]),
    (.redcap, [["redcap_event_name"], ["redcap_survey_identifier"], ["redcap_repeat_instrument"]]),
    (.msForms, [["ID", "Start time", "Completion time"]]),
    (
      .googleForms,
      [["Timestamp"], ["Horodateur"], ["Marca temporal"], ["Отметка времени"], ["时间戳记"]]
    ),
  ]

  private static let columns: [HeaderConvention: Columns] = [
    .plain: Columns(
      unit: [
        "State", "Country", "Member State", "Respondent", "Respondent ID", "Response ID", "ID",
        "UUID", "Token", "Code",
      ],
      received: [
        "Received", "Received date", "Date received", "Submitted", "Submission date",
        "Date submitted", "Submission time", "Completed", "Date",
      ]),
    .qualtrics: qualtrics,
    .qualtricsLegacy: qualtrics,
    .surveymonkey: Columns(
      unit: ["Respondent ID"],
      received: ["End Date", "Date Modified", "Start Date", "Date Created"],
      others: [
        "Collector ID", "IP Address", "Email Address", "First Name", "Last Name", "Custom Data 1",
      ]),
    .limesurvey: Columns(
      unit: ["id", "Response ID"], received: ["submitdate", "Date submitted"],
      others: [
        "lastpage", "Last page", "startlanguage", "Start language", "seed", "token",
        "Access code", "startdate", "Date started", "datestamp", "Date last action", "ipaddr",
        "IP address", "refurl", "Referrer URL",
      ]),
    .kobo: Columns(
      unit: ["_uuid", "KEY", "meta/instanceID", "meta-instanceID", "_id"],
      received: ["_submission_time", "SubmissionDate", "end", "today"],
      others: [
        "start", "deviceid", "username", "phonenumber", "audit", "_validation_status", "_notes",
        "_status", "_submitted_by", "__version__", "_tags", "_index", "meta/rootUuid",
        "meta/instanceName", "meta-instanceName", "instanceName", "SubmitterID", "SubmitterName",
        "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits",
        "FormVersion",
      ]),
    .redcap: Columns(
      unit: ["record_id", "Record ID", "study_id", "Study ID"],
      received: ["Survey Timestamp"],
      others: [
        "redcap_event_name", "Event Name", "redcap_repeat_instrument", "redcap_repeat_instance",
        "Repeat Instrument", "Repeat Instance", "redcap_data_access_group", "Data Access Group",
        "redcap_survey_identifier", "Survey Identifier", "Complete?",
      ], endings: ["_timestamp", "_complete"]),
    .googleForms: Columns(
      unit: ["Email Address", "Username"],
      received: ["Timestamp", "Horodateur", "Marca temporal", "Отметка времени", "时间戳记"],
      others: ["Score"]),
    .msForms: Columns(
      unit: ["ID"], received: ["Completion time", "Start time"],
      others: ["Email", "Name", "Last modified time"]),
  ]

  private static let qualtrics = Columns(
    unit: ["ResponseId", "ResponseID"],
    received: ["RecordedDate", "EndDate", "StartDate"],
    others: [
      "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "ResponseSet", "Name",
      "ExternalDataReference", "EmailAddress", "RecipientLastName", "RecipientFirstName",
      "RecipientEmail", "ExternalReference", "LocationLatitude", "LocationLongitude",
      "LocationAccuracy", "DistributionChannel", "UserLanguage",
    ])
}
