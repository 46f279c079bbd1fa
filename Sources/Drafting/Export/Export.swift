import Basics
import Interchange
import SurveyTools
import Tabular

/// An export as the first stage has read it: what its columns are called and what stands in them.
struct Export {
  let entry: SourceEntry
  let columns: [ExportColumn]
  /// That of the source below the folder of the first stage.
  let folder: String
  /// The texts of `seen.csv` by their numbers, by column.
  private let seen: [Int: [Int: String]]

  /// - Parameter ingested: The folder of the first stage, with one source in it.
  init(ingested: String) throws(RunError) {
    guard let entry = try SourceEntry.read(from: ingested).first else {
      throw RunError(
        path: ingested, id: .file(.noInput), "no source was read; expected one")
    }
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
    let columns = try StageList<SourceEntry.HeadingColumn>.rows(of: "\(folder)/columns.csv") { $0 }
    let headings = columns.map { $0[.heading] }
    let all = entry.convention.tool.headings.haveCodeAndText ? CodeAndText.all(headings) : nil
    let codes = all ?? CodeAndText.some(headings)
    self.columns = try columns.enumerated().map { position, row throws(RunError) in
      let parts = codes?[position]
      return ExportColumn(
        position: position, heading: parts?.code ?? row[.heading],
        label: parts?.text ?? row[.label], option: row[.option],
        texts: texts[position] ?? [], elsewhere: try row.integer(.elsewhere),
        written: row[.heading])
    }
  }

  /// The text of a record in a column.
  func text(_ cursor: RecordCursor, _ column: Int) -> String {
    switch cursor.cell(column) {
    case .blank: ""
    case .seen(let number): seen[column]?[number] ?? ""
    case .text(let text): text
    }
  }

  /// The records that were read.
  var records: Int { entry.records - entry.quarantined }

  /// How a definition names a column: by its heading, or by its position where that is no name.
  func place(of column: ExportColumn) -> String {
    let key = TextKey(column.written)
    let isName = !key.isEmpty && columns.count { TextKey($0.written) == key } == 1
    return isName ? column.written : "#\(column.position + 1)"
  }

  /// The first column whose heading or label is one of some.
  func column(called names: [String]) -> ExportColumn? {
    for name in names {
      let key = TextKey(name)
      if let column = columns.first(where: { $0.isCalled(key) }) { return column }
    }
    return nil
  }
}

/// One column of an export, with the distinct texts that stand in it.
struct ExportColumn {
  struct Text {
    let text: String
    let count: Int
  }

  /// From 0.
  let position: Int
  /// What identifies the column: the heading, or the code in it.
  let heading: String
  /// The heading as it stands in the file.
  let written: String
  let label: String
  let option: String
  /// The numbered texts, in the order of their first record; cells of blanks alone are none.
  let texts: [Text]
  /// How many cells hold texts too long or too many to be numbered.
  let elsewhere: Int

  init(
    position: Int, heading: String, label: String, option: String, texts: [Text], elsewhere: Int,
    written: String? = nil
  ) {
    self.position = position
    self.heading = heading
    self.written = written ?? heading
    self.label = label
    self.option = option
    self.texts = texts.filter { !TextKey($0.text).isEmpty }
    self.elsewhere = elsewhere
  }

  /// The column without the texts that mean no answer.
  func without(_ missing: MissingWords) -> ExportColumn {
    ExportColumn(
      position: position, heading: heading, label: label, option: option,
      texts: texts.filter { !missing.contain($0.text) }, elsewhere: elsewhere, written: written)
  }

  var answered: Int { texts.reduce(elsewhere) { $0 + $1.count } }

  /// What a person would read above the column.
  var title: String { (label.isEmpty ? heading : label).withoutMarkup }

  /// What the column tells of who somebody is.
  var personalDetail: PersonalDetail? {
    texts.isEmpty ? nil : PersonalDetail(title: title, texts: texts.map(\.text))
  }

  func isCalled(_ key: TextKey) -> Bool {
    TextKey(heading) == key || (!label.isEmpty && TextKey(label) == key)
  }
}
