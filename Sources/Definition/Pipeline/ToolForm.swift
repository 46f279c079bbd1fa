import Basics
import Questionnaire
import Tabular

/// The questionnaire as survey tools are to take it, which put it into XML and know no cell longer than those
/// of a workbook.
struct ToolForm {
  private let survey: CSVFile
  private let choices: CSVFile

  private static let longestCell = 32_767
  /// What the converter of KoboToolbox and ODK keeps for itself.
  private static let reserved = "meta"

  init(_ pipeline: PipelineDefinition) throws(RunError) {
    let folder = FileSystem.parent(of: pipeline.form.path)
    survey = try CSVFile(path: pipeline.form.path, columns: SurveyColumn.self)
    choices = try CSVFile(path: "\(folder)/choices.csv", columns: ChoiceColumn.self)
  }

  /// - Throws: `badDefinition` naming every row that they would refuse.
  func require() throws(RunError) {
    let problems = rowProblems() + textProblems(in: survey) + textProblems(in: choices)
    guard problems.isEmpty else { throw RunError(.badDefinition, problems) }
  }

  /// Rows by their names, within the groups that they stand in.
  private func rowProblems() -> [RunError.Problem] {
    var problems: [RunError.Problem] = []
    var sections: [Set<String>] = [[]]
    for row in survey.rows where !row[SurveyColumn.type].allSatisfy(\.isWhitespace) {
      let type = row[SurveyColumn.type].lowercased()
      // A row of the type 'end' alone is when the device was done.
      if type.hasPrefix("end_") || type.hasPrefix("end ") {
        if sections.count > 1 { sections.removeLast() }
        continue
      }
      let name = row[SurveyColumn.name]
      if name.first.map({ !$0.isLetter && $0 != "_" }) ?? true {
        problems.append(
          problem(row, "found '\(name)' as a name; expected one that begins with a letter or '_'"))
      } else if name == Self.reserved {
        problems.append(
          problem(
            row,
            "found '\(name)' as a name, which survey tools keep for themselves; expected another"))
      } else if !sections[sections.count - 1].insert(name).inserted {
        problems.append(
          problem(
            row, "'\(name)' is the name of a row before it in the same group; expected another"))
      }
      if type.hasPrefix("calculat"), row[SurveyColumn.calculation].allSatisfy(\.isWhitespace) {
        problems.append(problem(row, "'\(name)' calculates nothing; expected a calculation"))
      }
      if type.hasPrefix("begin_") || type.hasPrefix("begin ") { sections.append([]) }
    }
    return problems
  }

  private func textProblems(in file: CSVFile) -> [RunError.Problem] {
    let names = Set(survey.rows.map { $0[SurveyColumn.name] })
    let texts = file.header.indices.filter { position in
      ["label", "hint"].contains {
        file.header[position] == $0 || file.header[position].hasPrefix("\($0)::")
      }
    }
    return file.rows.flatMap { row in
      file.header.indices.compactMap { position in
        let text = row[at: position]
        if text.utf16.count > Self.longestCell {
          return problem(
            row,
            "'\(file.header[position])' has \(text.utf16.count) characters; expected at most \(Self.longestCell)",
            in: file)
        }
        guard texts.contains(position), let reference = Self.unknownReference(in: text, names)
        else { return nil }
        return problem(
          row,
          "'\(file.header[position])' has '\(reference)', which survey tools read as the answer to a question; "
            + "expected the name of one, or another sign before the brace",
          in: file)
      }
    }
  }

  /// What begins with `${` and names no row.
  private static func unknownReference(in text: String, _ names: Set<String>) -> String? {
    for part in text.components(behind: "${") {
      let name = part.prefix { $0 != "}" }
      if name.count == part.count || !names.contains(String(name)) {
        return "${\(name.prefix(20))"
      }
    }
    return nil
  }

  private func problem(
    _ row: CSVFile.Row, _ message: String, in file: CSVFile? = nil
  ) -> RunError.Problem {
    RunError.Problem(
      path: (file ?? survey).path, line: row.line, id: .form(.toolForm),
      message: message
        + ". Survey tools refuse it as it is, and an XLSForm is asked for (form 'xlsform')")
  }
}

extension String {
  /// What stands behind each occurrence of a text.
  fileprivate func components(behind mark: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let start = rest.firstRange(of: mark) {
      rest = rest[start.upperBound...]
      parts.append(rest)
    }
    return parts
  }
}
