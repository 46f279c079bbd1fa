import Basics
import Interchange
import Tabular

/// A column of a source as the tool exported it.
struct SourceColumn {
  let heading: String
  let label: String
  let option: String
  /// Whether no record has anything in it.
  var isBlank = false
  /// Whether some of its texts are not numbered, but stand in `texts.csv`.
  var hasTextElsewhere = false

  /// The columns of the source whose files lie in a folder of stage 1.
  static func read(from folder: String) throws(RunError) -> [SourceColumn] {
    try StageList<SourceEntry.HeadingColumn>.rows(
      of: "\(folder)/columns.csv"
    ) { row throws(RunError) in
      let elsewhere = try row.integer(.elsewhere)
      return SourceColumn(
        heading: row[.heading], label: row[.label], option: row[.option],
        isBlank: try row.integer(.distinct) == 0 && elsewhere == 0,
        hasTextElsewhere: elsewhere != 0)
    }
  }
}
