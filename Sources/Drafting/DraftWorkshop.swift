package import Basics
package import Definition

/// A collection for an hour: just enough of a definition for the first stage to read an export.
package final class DraftWorkshop {
  package let collection: CollectionFolders
  private let folder: TemporaryFolder
  private let exports: [String]

  /// - Parameters:
  ///   - exports: The paths of the export's files, of which no two have the same name.
  ///   - declared: Lines of the source that say how they are to be read.
  ///   - unit: The column of the unit, where several records are of one submission.
  package init(exports: [String], declared: [String], unit: String? = nil) throws(RunError) {
    self.exports = exports
    folder = try TemporaryFolder()
    collection = CollectionFolders(
      pipeline: "\(folder.path)/Pipelines/draft", input: "\(folder.path)/Input/draft",
      output: "\(folder.path)/Output/draft")
    try FileSystem.createFolder(collection.pipeline)
    try FileSystem.createFolder(collection.input)
    let sources = exports.map { export in
      "  - "
        + (["file: \(YAMLText.quoted(FileSystem.name(of: export)))"]
        + [unit.map { "unit: {column: \(YAMLText.quoted($0))}" } ?? "unit: record"]
        + ["received: {date: 2000-01-01}"] + declared).joined(separator: "\n    ") + "\n"
    }
    let files = [
      "survey.csv": "type,name\ntext,draft\n", "choices.csv": "list_name,name\n",
      "tables.yaml": "tables:\n  - rows: response\n",
      "pipeline.yaml": "title: Draft\ncut-off: 2000-01-01\nunit: respondent\n"
        + "resubmissions: merge\nsources:\n"
        + sources.joined(),
    ]
    for (file, text) in files.sorted(by: { $0.key < $1.key }) {
      try AtomicFile.write(text, to: "\(collection.pipeline)/\(file)")
    }
    for export in exports {
      try FileSystem.copy(export, to: "\(collection.input)/\(FileSystem.name(of: export))")
    }
  }

  /// What the person gave: the export, or the folder of its files.
  private var given: String {
    exports.count == 1 ? exports[0] : FileSystem.parent(of: exports[0])
  }

  /// An error as the person who drafts should read it: of the export, and with the option to set.
  package func explained(_ error: RunError) -> RunError {
    RunError(
      error.kind,
      error.problems.map { problem in
        let isOfExport = problem.path.hasPrefix(collection.input)
        let name = FileSystem.name(of: problem.path)
        let export =
          exports.first { isOfExport && FileSystem.name(of: $0) == name } ?? given
        // What the draft itself asks says what to set.
        if problem.path.isEmpty {
          return RunError.Problem(
            path: export, line: problem.line, id: problem.id, message: problem.message,
            answers: problem.answers)
        }
        return RunError.Problem(
          path: isOfExport ? export : problem.path, line: problem.line, id: problem.id,
          message: problem.message
            + (isOfExport
              ? ". For a draft: make new … ENCODING=… (or DELIMITER, CONVENTION, HEADER_ROWS, "
                + "SKIP_LINES, QUOTING, COMMENT, SHEET)"
              : ""),
          answers: problem.answers)
      })
  }
}
