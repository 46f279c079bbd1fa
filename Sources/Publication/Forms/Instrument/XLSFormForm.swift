import Basics
import Definition
import Questionnaire
import Tabular
import Workbooks

/// `<collection>-form.xlsx`: the questionnaire as the workbook that KoboToolbox, ODK and SurveyCTO take
/// (https://xlsform.org), with the sheets `survey`, `choices` and `settings`.
///
/// The sheets are those of the definition with all their columns. What XLSForm asks for and the definition
/// may leave out is added: a wording where there is none, the title, the language that a form opens in.
struct XLSFormForm: OutputForm {
  func write(_ content: PublishedContent, to folder: String) throws(RunError) {
    let definition = content.definition
    let pipeline = definition.pipeline
    let source = definition.folders.pipeline
    let survey = try CSVFile(path: "\(source)/survey.csv", columns: SurveyColumn.self)
    let choices = try CSVFile(path: "\(source)/choices.csv", columns: ChoiceColumn.self)
    let columns = PublicColumns(survey, choices, isConfidential: pipeline.disclosure != nil)
    let worded = Set(pipeline.form.questions.map(\.line) + Self.notes(in: survey))
    let tables = [
      FormTable(survey, named: "survey", columns: columns.ofSurvey) { worded.contains($0.line) },
      FormTable(choices, named: "choices", columns: columns.ofChoices) { _ in true },
      FormTable(
        settings: [("form_title", pipeline.title), ("form_id", definition.folders.name)]
          + Self.opening(in: pipeline.language, survey.header) + Self.permission(for: choices)),
    ]
    try Workbook(
      title: pipeline.title, author: pipeline.publisher ?? "", day: pipeline.cutOff,
      isRightToLeft: false, sheets: tables.compactMap(\.sheet)
    ).publish(as: "\(definition.folders.name)-form.xlsx", in: folder)
  }

  /// The rows that say something and ask nothing, for which tools want words, too.
  private static func notes(in survey: CSVFile) -> [Int] {
    survey.rows.filter { $0[SurveyColumn.type].lowercased() == "note" }.map(\.line)
  }

  /// The language that the form opens in, as its headings have it; nothing beside labels without a language,
  /// which tools would take for those of this one.
  private static func opening(
    in language: String, _ headings: [String]
  ) -> [(String, String)] {
    let prefix = "\(SurveyColumn.label.rawValue)::"
    let columns = LocalizedText.columns(named: SurveyColumn.label.rawValue, in: headings)
    guard !headings.contains(SurveyColumn.label.rawValue) else { return [] }
    return columns.filter { $0.language == language && headings[$0.position].hasPrefix(prefix) }
      .prefix(1)
      .map { ("default_language", String(headings[$0.position].dropFirst(prefix.count))) }
  }

  /// A list that has a choice in several rows, as a `choice_filter` may want it, has to say that it is meant.
  private static func permission(for choices: CSVFile) -> [(String, String)] {
    let names = choices.rows.map { [$0[ChoiceColumn.list], $0[ChoiceColumn.name]] }
    return Set(names).count < names.count ? [("allow_choice_duplicates", "yes")] : []
  }
}

/// A sheet of the form.
private struct FormTable {
  private let name: String
  private let headings: [String]
  private let rows: [[String]]

  /// - Parameters:
  ///   - columns: The positions of those that are in the form.
  ///   - isWorded: Whether a row has a wording, which is its name where nothing else is said.
  init(
    _ file: CSVFile, named name: String, columns: [Int], isWorded: (CSVFile.Row) -> Bool
  ) {
    let label = SurveyColumn.label.rawValue
    let isLabel = { (heading: String) in heading == label || heading.hasPrefix("\(label)::") }
    // Of older forms, and read as a label by tools alone.
    let hasLabels = file.header.contains { isLabel($0) || $0 == "caption" }
    let headings = columns.map { file.header[$0] } + (hasLabels ? [] : [label])
    let labels = headings.indices.filter { isLabel(headings[$0]) }
    rows = file.rows.map { row in
      var cells = columns.map { row[at: $0] } + (hasLabels ? [] : [""])
      if let label = labels.first, isWorded(row),
        labels.allSatisfy({ cells[$0].allSatisfy(\.isWhitespace) })
      {
        cells[label] = row[SurveyColumn.name]
      }
      return cells
    }
    self.headings = headings
    self.name = name
  }

  init(settings: [(String, String)]) {
    name = "settings"
    headings = settings.map(\.0)
    rows = [settings.map(\.1)]
  }

  /// Nothing where there are no rows: a table has some.
  var sheet: Sheet? {
    guard !rows.isEmpty else { return nil }
    return Sheet(
      name: name, lines: [],
      table: SheetTable(
        name: "Table_\(name)", headings: headings, rows: rows.map { $0.map { .text($0) } },
        labelColumns: headings.count, frozenColumns: 0))
  }
}
