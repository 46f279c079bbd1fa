import Questionnaire
import Tabular

/// Which columns of the sheets are published with the form.
///
/// What drafts note about answers is for whoever reviews them. Where replies were given in confidence, other
/// texts that mean a choice are what somebody answered, and what columns of people's own hold nobody knows.
struct PublicColumns {
  let ofSurvey: [Int]
  let ofChoices: [Int]

  /// The column of a draft's notes.
  private static let review = "review"
  /// The headings of XLSForm (https://xlsform.org), without the language behind them.
  private static let ofTools: Set = [
    "type", "name", "label", "hint", "guidance_hint", "relevant", "constraint",
    "constraint_message",
    "required", "required_message", "default", "read_only", "readonly", "calculation", "appearance",
    "parameters", "choice_filter", "trigger", "repeat_count", "media", "image", "audio", "video",
    "bind",
    "body", "instance", "list_name", "caption",
  ]

  init(_ survey: CSVFile, _ choices: CSVFile, isConfidential: Bool) {
    let filtering = Set(
      survey.rows.flatMap { row in
        row[SurveyColumn.choiceFilter].split { !$0.isLetter && !$0.isNumber && !"_-.".contains($0) }
          .map(String.init)
      })
    func positions(_ file: CSVFile, own: Set<String>) -> [Int] {
      file.header.indices.filter { position in
        let heading = file.header[position]
        guard !heading.isEmpty, heading != Self.review else { return false }
        guard isConfidential else { return true }
        let word = heading.split(separator: ":", maxSplits: 1).first.map(String.init) ?? heading
        return Self.ofTools.contains(word) || own.contains(heading) || filtering.contains(heading)
      }
    }
    ofSurvey = positions(survey, own: Set(SurveyColumn.allCases.map(\.rawValue)))
    ofChoices = positions(
      choices,
      own: Set(ChoiceColumn.allCases.filter { $0 != .synonyms }.map(\.rawValue)))
  }
}
