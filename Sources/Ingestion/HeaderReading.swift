import Definition

/// The columns of a source, read from the header rows of its convention.
struct HeaderReading: Sendable {
  /// One column: what it is called, and what the tool says besides.
  struct Column: Sendable, Equatable {
    let heading: String
    /// The question's text, where the heading is an identifier.
    var label = ""
    /// The option's text or code, where the column is one option of a question.
    var option = ""
  }

  let convention: HeaderConvention
  let reason: String
  let columns: [Column]

  /// Reads the first records of a source; the convention is the declared one, or decided on what
  /// only one tool writes.
  ///
  /// - Parameter rows: Up to three records, as text.
  init(rows: [[String]], declared: HeaderConvention?) {
    if let declared {
      (convention, reason) = (declared, "declared")
    } else {
      (convention, reason) = Self.detected(rows)
    }
    columns = Self.columns(rows, convention)
  }

  private static func detected(_ rows: [[String]]) -> (HeaderConvention, String) {
    if rows.count > 2, rows[2].contains(where: { $0.hasPrefix("{\"ImportId\":") }) {
      return (.qualtrics, "the third row has ImportId")
    }
    if rows.count > 1 {
      if let evidence = surveyMonkey(rows[0], rows[1]) { return (.surveymonkey, evidence) }
      if rows[0].prefix(5) == ["V1", "V2", "V3", "V4", "V5"] {
        return (.qualtricsLegacy, "the header begins with V1 to V5")
      }
    }
    return detected(headings: rows.first ?? [])
      ?? (.plain, "nothing of another convention")
  }

  /// Under SurveyMonkey's own columns the second row is blank, under a question's further columns the
  /// first one.
  private static func surveyMonkey(_ questions: [String], _ options: [String]) -> String? {
    guard questions.first == "Respondent ID", options.first == "" else { return nil }
    if let word = ["Response", "Open-Ended Response"].first(where: options.contains) {
      return "'Respondent ID', and '\(word)' in the second row"
    }
    let option = zip(questions, options).first { $0.isEmpty && !$1.isEmpty }
    return option.map { "'Respondent ID', and '\($0.1)' in the second row under a blank" }
  }

  /// The headings that one tool alone writes into every export.
  private static let signatures: [(headings: [String], convention: HeaderConvention)] = [
    (["submitdate", "lastpage", "startlanguage"], .limesurvey),
    (["submitdate. Date submitted", "lastpage. Last page"], .limesurvey),
    (["Date submitted", "Last page", "Start language"], .limesurvey),
    (["_uuid", "_submission_time"], .kobo), (["SubmissionDate", "KEY"], .kobo),
    (["PARENT_KEY", "KEY"], .kobo), (["_parent_table_name", "_parent_index"], .kobo),
    (["redcap_event_name"], .redcap), (["redcap_data_access_group"], .redcap),
    (["redcap_repeat_instrument"], .redcap),
    (["ID", "Start time", "Completion time", "Email", "Name"], .msForms),
  ]

  private static func detected(headings: [String]) -> (HeaderConvention, String)? {
    for (expected, convention) in signatures where expected.allSatisfy(headings.contains) {
      let names = expected.map { "'\($0)'" }.joined(separator: ", ")
      return (convention, "the header has \(names)")
    }
    return nil
  }

  private static func columns(_ rows: [[String]], _ convention: HeaderConvention) -> [Column] {
    guard let first = rows.first else { return [] }
    let second = rows.count > 1 ? rows[1] : []
    switch convention {
    case .noHeader:
      return first.indices.map { Column(heading: "#\($0 + 1)") }
    case .qualtrics, .qualtricsLegacy:
      return first.enumerated().map { position, heading in
        Column(heading: heading, label: position < second.count ? second[position] : "")
      }
    case .surveymonkey:
      return surveyMonkey(first, second)
    case .plain, .limesurvey, .kobo, .redcap, .googleForms, .msForms:
      return first.map { Column(heading: $0) }
    }
  }

  /// A question's text stands over its first column only; the second row tells its columns apart.
  private static func surveyMonkey(_ questions: [String], _ options: [String]) -> [Column] {
    var current = ""
    return questions.enumerated().map { position, question in
      if !question.isEmpty { current = question }
      let option = position < options.count ? options[position] : ""
      let isWhole = ["", "Response", "Open-Ended Response"].contains(option)
      return Column(heading: current, label: "", option: isWhole ? "" : option)
    }
  }
}
