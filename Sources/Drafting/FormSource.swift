package import Basics
import Tabular

/// An XLSForm that a collection is drafted from: a workbook, or its sheets as CSV files.
package struct FormSource {
  let survey: CSVFile
  let choices: CSVFile

  /// What the form calls itself in its settings; empty where it does not.
  let title: String

  private static let surveyColumns = ["type", "name"]
  private static let choicesColumns = ["list_name", "name"]

  /// - Parameter path: The workbook, or the survey sheet as CSV; `choices.csv` is then looked for
  ///   beside it.
  package init(_ path: String) throws(RunError) {
    if let workbook = try FormWorkbook(path: path) {
      survey = try workbook.sheet("survey", requiring: Self.surveyColumns)
      choices = try workbook.sheet("choices", requiring: Self.choicesColumns)
      title = try workbook.sheet("settings").rows.first?["form_title"] ?? ""
    } else {
      survey = try CSVFile(path: path, requiring: Self.surveyColumns)
      let folder = FileSystem.parent(of: path)
      choices = try CSVFile(
        path: folder.isEmpty ? "choices.csv" : "\(folder)/choices.csv",
        requiring: Self.choicesColumns)
      title = ""
    }
  }

  /// Whether a file is a form rather than an export: a workbook with a survey sheet, or such a
  /// sheet as CSV.
  package static func isForm(_ path: String) -> Bool {
    do throws(RunError) {
      guard let workbook = try FormWorkbook(path: path) else { return isSurvey(path) }
      _ = try workbook.sheet("survey", requiring: surveyColumns)
      return true
    } catch {
      return false
    }
  }

  private static func isSurvey(_ path: String) -> Bool {
    guard let file = try? CSVFile(path: path, requiring: surveyColumns) else { return false }
    return file.rows.contains { row in
      let first = row["type"].split(separator: " ").first ?? ""
      return ["select_one", "select_multiple", "begin_group", "begin", "note"].contains(first)
        || (first == "text" && file.header.contains { $0.hasPrefix("label") })
    }
  }

  /// Copies the sheets, every column of them.
  func write(to folder: String) throws(RunError) {
    for (file, name) in [(survey, "survey.csv"), (choices, "choices.csv")] {
      let writer = try CSVWriter(path: "\(folder)/\(name)", header: file.header)
      for row in file.rows { try writer.write(file.header.indices.map { row[at: $0] }) }
      try writer.commit()
    }
  }
}
