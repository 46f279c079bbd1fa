package import Tabular

/// An XLSForm that a collection is drafted from: its two sheets as CSV files.
package struct FormSource {
  let survey: CSVFile
  let choices: CSVFile

  /// - Parameter survey: The path of the survey sheet; `choices.csv` is looked for beside it.
  package init(survey: String) throws(RunError) {
    self.survey = try CSVFile(path: survey, requiring: ["type", "name"])
    let folder = FileSystem.parent(of: survey)
    choices = try CSVFile(
      path: folder.isEmpty ? "choices.csv" : "\(folder)/choices.csv",
      requiring: ["list_name", "name"])
  }

  /// Whether a CSV file is the survey sheet of an XLSForm rather than an export.
  package static func isSurvey(_ path: String) -> Bool {
    guard let file = try? CSVFile(path: path, requiring: ["type", "name"]) else { return false }
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
