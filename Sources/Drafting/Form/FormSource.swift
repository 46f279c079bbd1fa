package import Basics
import Tabular

/// An XLSForm that a collection is drafted from: a workbook, or its sheets as CSV files.
package struct FormSource {
  let survey: CSVFile
  let choices: CSVFile
  /// The path that the user gave, and the sheets of it; nil where they are files.
  private let path: String
  private let workbook: FormWorkbook?

  /// What the form calls itself in its settings; empty where it does not.
  let title: String

  private static let surveyColumns = ["type", "name"]
  private static let choicesColumns = ["name"]

  /// - Parameter path: The workbook, or the survey sheet as CSV; `choices.csv` is then looked for
  ///   beside it.
  package init(_ path: String) throws(RunError) {
    self.path = path
    workbook = try FormWorkbook(path: path)
    if let workbook {
      survey = try workbook.sheet("survey", requiring: Self.surveyColumns)
      choices = try workbook.sheet(
        "choices", requiring: Self.choicesColumns, otherwise: ["list_name", "name"])
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
      return ["select_one", "select_multiple", "select", "begin_group", "begin", "note"].contains(
        first)
        || (first == "text" && file.header.contains { $0.hasPrefix("label") })
    }
  }

  /// Writes the sheets, every column of them, so that they can be read.
  ///
  /// - Throws: What is wrong with the form, by the file that the user gave and its row.
  func write(to folder: String) throws(RunError) {
    var form = try FormAdaptation(
      survey: FormSheet(survey, isOfWorkbook: workbook != nil),
      choices: FormSheet(choices, isOfWorkbook: workbook != nil), external: external)
    do throws(RunError) {
      try form.write(to: folder)
    } catch {
      throw RunError(
        error.kind,
        error.problems.map { problem in
          let isChoice = problem.path.hasSuffix("choices.csv")
          let file = isChoice ? choices.path : survey.path
          let sheet = isChoice ? form.choices : form.survey
          let row = problem.line.flatMap { sheet.row(onLine: $0) }
          return RunError.Problem(
            path: workbook == nil ? file : path,
            line: row.map { sheet.rows[$0].line } ?? problem.line, id: problem.id,
            message: (workbook == nil ? "" : "sheet '\(isChoice ? "choices" : "survey")': ")
              + problem.message)
        })
    }
  }

  /// The choices of a file beside the form, or of the sheet for such; nil where there are none.
  private func external(_ name: String) throws(RunError) -> FormSheet? {
    if let workbook {
      let sheet = try workbook.sheet("external_choices")
      return sheet.rows.isEmpty ? nil : FormSheet(sheet)
    }
    let folder = FileSystem.parent(of: path)
    let file = name.hasSuffix(".csv") ? name : "external_choices.csv"
    let beside = folder.isEmpty ? file : "\(folder)/\(file)"
    guard file.hasSuffix(".csv"), !file.contains("/"), FileSystem.exists(beside) else { return nil }
    return FormSheet(try CSVFile(path: beside, requiring: ["name"]))
  }
}
