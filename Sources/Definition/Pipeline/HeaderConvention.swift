/// How a survey tool lays out the header of its export and the ticks of a select_multiple.
package enum HeaderConvention: String, Sendable, CaseIterable {
  /// One header row.
  case plain
  /// No header row: columns are `#1`, `#2` …
  case noHeader = "no-header"
  /// Three header rows: identifier, question text, JSON with the ImportId.
  case qualtrics
  /// Two header rows: identifier, question text.
  case qualtricsLegacy = "qualtrics-legacy"
  /// Two header rows: question text, blank for its further columns; option text.
  case surveymonkey
  /// One row; `Q[SQ001]` for the options of a question.
  case limesurvey
  /// One row; `group/question/option`, ticks as 1 and 0. ODK's exports are alike.
  case kobo
  /// One row; `question___option`, ticks as 1 and 0 or Checked and Unchecked.
  case redcap
  /// One row of question texts; ticks in one cell, joined by `, ` or `;`.
  case googleForms = "google-forms"
  /// One row of question texts; ticks in one cell, each ended by `;`.
  case msForms = "ms-forms"

  package var headerRows: Int {
    switch self {
    case .noHeader: 0
    case .qualtrics: 3
    case .qualtricsLegacy, .surveymonkey: 2
    case .plain, .limesurvey, .kobo, .redcap, .googleForms, .msForms: 1
    }
  }

  /// What stands between the ticks of one cell, where the pipeline does not say.
  package var separator: String {
    switch self {
    case .kobo: " "
    case .qualtrics, .qualtricsLegacy: ","
    case .googleForms: ", "
    case .plain, .noHeader, .surveymonkey, .limesurvey, .redcap, .msForms: ";"
    }
  }

  /// What may stand there instead: the responses that Google Forms itself gives as CSV have ";",
  /// the spreadsheet of the form has ", ".
  package var otherSeparator: String? {
    self == .googleForms ? ";" : nil
  }

  /// Whether the column of an option holds a mark or a nought, and not the option's text; nil where
  /// either may stand.
  package var writesMarks: Bool? {
    switch self {
    case .kobo, .redcap, .limesurvey: true
    case .surveymonkey, .qualtrics, .qualtricsLegacy, .googleForms, .msForms: false
    case .plain, .noHeader: nil
    }
  }

  /// Whether a tick set with noughts alone was answered.
  ///
  /// KoboToolbox leaves all blank where nothing was answered. REDCap writes 0 and LimeSurvey "No"
  /// for options that nobody saw, so that noughts alone are no evidence there.
  package var noughtsAreAnswers: Bool {
    self == .kobo
  }
}
