import Basics
import Containers
import Tabular

/// An XLSForm as the workbook that it is drawn up as: its sheets `survey`, `choices`, `settings`.
final class FormWorkbook {
  private let path: String
  private let names: [String]
  private let folder: TemporaryFolder

  /// - Returns: nil where the file is no workbook.
  /// - Throws: `badDefinition` where it is a workbook without a survey sheet.
  init?(path: String) throws(RunError) {
    guard let names = try Container.sheets(of: path) else { return nil }
    guard names.contains("survey") else {
      let found = names.map { "'\($0)'" }.joined(separator: ", ")
      throw RunError(
        path: path, id: .form(.noSurvey),
        "the workbook has no sheet 'survey', only \(found); expected the sheets of an XLSForm: "
          + "survey, choices and, if there is one, settings")
    }
    self.path = path
    self.names = names
    folder = try TemporaryFolder()
  }

  /// Reads a sheet; one that is not there has no rows.
  ///
  /// - Parameter header: That of a sheet that is not there.
  func sheet(
    _ name: String, requiring required: [String] = [], otherwise header: [String] = []
  ) throws(RunError) -> CSVFile {
    let text = "\(folder.path)/\(name).csv"
    if names.contains(name) {
      _ = try Container.unpack(SteadyFile(path: path), .init(sheet: name), to: text)
    } else {
      try AtomicFile.write(
        (header.isEmpty ? required : header).joined(separator: ",") + "\n", to: text)
    }
    do throws(RunError) {
      return try CSVFile(path: text, requiring: required)
    } catch {
      // As the person who drafts should read it: of the workbook.
      throw RunError(
        error.kind,
        error.problems.map { problem in
          RunError.Problem(
            path: path, line: problem.line, id: problem.id,
            message: "sheet '\(name)': \(problem.message)")
        })
    }
  }
}
