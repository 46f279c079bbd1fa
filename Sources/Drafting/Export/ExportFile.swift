import Basics
import Interchange
import SurveyTools
import Tabular

/// One file of an export.
struct ExportFile {
  /// What makes a column the same in two files; the number tells those apart that are called alike.
  struct Key: Hashable {
    let heading: String
    let label: String
    let option: String
    let number: Int
  }

  let entry: SourceEntry
  let columns: [ExportColumn]
  let keys: [Key]
  /// Which of its columns each column of the export is; nil where the file has it not.
  var indices: [Int?] = []
  /// That of the source below the folder of the first stage.
  let folder: String
  /// The texts of `seen.csv` by their numbers, by column.
  private let seen: [Int: [Int: String]]

  init(_ entry: SourceEntry, ingested: String) throws(RunError) {
    self.entry = entry
    let folder = SourceEntry.folder(of: entry.file, below: ingested)
    var texts: [Int: [ExportColumn.Text]] = [:]
    var numbered: [Int: [Int: String]] = [:]
    let seen = try StageList<SourceEntry.SeenColumn>(path: "\(folder)/seen.csv")
    while let row = try seen.next() {
      texts[try row.integer(.column) - 1, default: []].append(
        .init(text: row[.text], count: try row.integer(.count)))
      numbered[try row.integer(.column) - 1, default: [:]][try row.integer(.number) - 1] =
        row[.text]
    }
    self.folder = folder
    self.seen = numbered
    let rows = try StageList<SourceEntry.HeadingColumn>.rows(of: "\(folder)/columns.csv") { $0 }
    let headings = rows.map { $0[.heading] }
    let all =
      entry.convention.tool.headings.haveCodeAndText
      ? CodeAndText.all(headings, known: entry.convention.tool.metadata.all) : nil
    let codes = all ?? CodeAndText.some(headings)
    columns = try rows.enumerated().map { index, row throws(RunError) in
      let parts = codes?[index]
      return ExportColumn(
        position: index, heading: parts?.code ?? row[.heading],
        label: parts?.text ?? row[.label], option: row[.option],
        texts: texts[index] ?? [], elsewhere: try row.integer(.elsewhere),
        written: row[.heading])
    }
    var keys: [Key] = []
    for column in columns {
      let earlier = keys.count {
        $0.heading == column.written && $0.label == column.label && $0.option == column.option
      }
      keys.append(
        Key(
          heading: column.written, label: column.label, option: column.option, number: earlier))
    }
    self.keys = keys
  }

  /// The text of a record in a column of the export; empty where the file has it not.
  func text(_ cursor: RecordCursor, _ column: Int) -> String {
    guard let index = indices[column] else { return "" }
    return switch cursor.field(index) {
    case .blank: ""
    case .seen(let number): seen[index]?[number] ?? ""
    case .text(let text): text
    }
  }
}
