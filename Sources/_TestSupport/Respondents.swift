/// A small collection of respondents in `replies.csv`, with what a test adds to it.
package struct Respondents: Sendable {
  package let workdir: Workdir
  private let name: String

  /// - Parameters:
  ///   - form: The rows of `survey.csv` under `type,name,label,relevant,since,until`; the lists are
  ///     `yn` (yes, no) and `ch` (x, y, z, w).
  ///   - choices: Further rows of `choices.csv`.
  ///   - pipeline: Lines of `pipeline.yaml` to add; those of the source begin with blanks and come
  ///     first.
  ///   - replies: The header, which begins with `Who,Received`, and the records.
  package init(
    _ name: String = "replies", cutOff: String = "2005-07-29", form: String, choices: String = "",
    pipeline: String = "",
    replies: String, mended: String? = nil, corrections: String? = nil, in workdir: Workdir? = nil
  ) throws {
    self.name = name
    self.workdir = try workdir ?? Workdir()
    for (file, text) in [
      "survey.csv": "type,name,label,relevant,since,until\n\(form)",
      "choices.csv": "list_name,name,label\nyn,yes,Yes\nyn,no,No\nch,x,X\nch,y,Y\nch,z,Z\nch,w,W\n"
        + choices,
      "tables.yaml": "tables:\n  - each: closed\n    lists: all\n",
      "pipeline.yaml": """
      title: Replies
      cut-off: \(cutOff)
      unit: respondent
      sources:
        - file: replies.csv
          unit: {column: Who}
          received: {column: Received}
      \(pipeline)
      """,
    ] {
      try self.workdir.write(text, to: "Pipelines/\(name)/\(file)")
    }
    if let corrections {
      try self.workdir.write(
        "unit,question,from,to,reason\n\(corrections)", to: "Pipelines/\(name)/corrections.csv")
    }
    try self.workdir.write(replies, to: "Input/\(name)/replies.csv")
    if let mended { try self.workdir.write(mended, to: "Input/\(name)/mended/replies.csv") }
  }

  @discardableResult
  package func run(jobs: Int? = nil) throws -> CommandRun {
    var runner = StageRunner(workdir, collection: name)
    runner.jobs = jobs
    return try runner.runAll()
  }

  package var tables: PublishedTables {
    get throws { try PublishedTables(folder: "Output/\(name)/published", in: workdir) }
  }

  /// Some columns of a published list, each row joined by a bar.
  package func rows(_ file: String, _ columns: String...) throws -> [String] {
    CSVText.rows(try workdir.read("Output/\(name)/published/\(file)")).map { row in
      columns.map { row[$0] ?? "no such column" }.joined(separator: "|")
    }
  }
}
